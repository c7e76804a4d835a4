import { contentClasses } from '@mase/workflow';
import { cautions } from './about-schemas.js';
import { accessSchemas } from './access-schemas.js';
import { agendaSchemas } from './agenda-schemas.js';
import { agreementSchemas } from './agreement-schemas.js';
import { asItWasSchemas } from './as-it-was-schemas.js';
import { auditSchemas } from './audit-schemas.js';
import { candidateSchemas } from './candidate-schemas.js';
import { caseSchemas } from './case-schemas.js';
import { chronologySchemas } from './chronology-schemas.js';
import { clockSchemas, dueDate } from './clock-schemas.js';
import { connectionSchemas } from './connection-schemas.js';
import { copiesSchemas } from './copies-schemas.js';
import { coverSchemas } from './cover-schemas.js';
import { disposalSchemas } from './disposal-schemas.js';
import { incidentSchemas } from './incident-schemas.js';
import { intelligenceSchemas } from './intelligence-schemas.js';
import { judgementSchemas } from './judgement-schemas.js';
import { languageSchemas } from './language-schemas.js';
import { linkSchemas } from './link-schemas.js';
import { lookSchemas } from './look-schemas.js';
import { matchListSchemas } from './match-list-schemas.js';
import { measureSchemas } from './measure-schemas.js';
import { minutesPartSchemas } from './minutes-part-schemas.js';
import { onCaseSchemas } from './on-case-schemas.js';
import { panelSchemas } from './panel-schemas.js';
import { problemProfileSchemas } from './problem-profile-schemas.js';
import { profileSchemas } from './profile-schemas.js';
import { recordSchemas } from './record-schemas.js';
import { registerSchemas } from './register-schemas.js';
import {
  byName,
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  type Schema,
  text,
  truth,
  whole,
} from './schema.js';
import { scorecardSchemas } from './scorecard-schemas.js';
import { searchSchemas } from './search-schemas.js';
import { sessionSchemas } from './session-schemas.js';
import { strandSchemas } from './strand-schemas.js';

/** A state: one word, or one word for each region. */
const state: Schema = { anyOf: [{ type: 'string' }, byName({ type: 'string' })] };

const savedView = object({
  id,
  page: text('The page of the site, such as child-cases/list'),
  name: text(),
  query: text('Its filters as an address has them'),
});

/** Answers about sessions, drafts and lists of one's own, by name. */
const ownSchemas: { [name: string]: Schema } = {
  DraftView: object({ fields: byName(), savedAt: instant }),
  SavedView: savedView,
  SavedViewsView: object({ items: list(savedView), next: maybe(text()) }),
  SavedDraft: object({ savedAt: instant }),
  WorkQueueView: object({
    items: list(
      object({
        recordId: id,
        kind: text(),
        due: instant,
        step: text('The rule of the clock'),
        label: text(),
        title: text(),
        reference: maybe(text()),
        grade: maybe(text()),
        phase: text(),
        principal: text('Whose list it stands in'),
        childId: maybe(id),
        cautions,
        overdue: truth,
        heldFor: maybe(object({ id, name: text() })),
      }),
    ),
    posts: list(named('Post')),
    next: maybe(text('The cursor of the next page')),
  }),
  MessagesView: object({
    items: list(
      object({
        id,
        kind: text(),
        principal: text(),
        at: instant,
        recordId: id,
        clock: maybe(text('How the clock is called of which it reminds')),
        about: maybe(
          object({
            ...{ kind: text(), title: text(), reference: maybe(text()), childId: maybe(id) },
            childName: maybe(text('Of the child, where the reader sees him or her')),
          }),
        ),
      }),
    ),
    next: maybe(text()),
  }),
  MessageView: object({ id, kind: text(), at: instant, recordId: id, recordKind: text() }),
  MessagePreferenceView: object({
    way: oneOf('at-once', 'daily', 'in-app'),
    dailyAt: text('Local time, as 08:00'),
    sendsMail: truth,
  }),
  LettersView: object({
    items: list(
      object({
        id,
        userId: id,
        name: text(),
        kind: text('urgent, messages, digest or invitation'),
        madeAt: instant,
        triedAt: instant,
        tries: whole,
        why: text('Where the conversation with the server ended, and its code'),
      }),
    ),
    next: { type: 'null' },
  }),
  SettledLetter: object({ id, how: oneOf('send-again', 'give-up') }),
  WhoKnewView: object({
    record: object({ kind: text(), title: text(), reference: maybe(text()) }),
    items: list(
      object({
        messageId: id,
        kind: text(),
        clock: maybe(text()),
        recordId: id,
        recordKind: text(),
        title: text(),
        at: instant,
        userId: id,
        name: text(),
        letter: maybe(
          object({ kind: text(), state: text(), sentAt: maybe(instant), acceptedAt: maybe(instant) }),
        ),
        openedAt: maybe(instant),
        asks: truth,
        answer: maybe(
          object({
            command: text(),
            at: instant,
            byId: maybe(id),
            by: maybe(text()),
            ended: maybe(text()),
            own: truth,
          }),
        ),
        didAfterAt: maybe(instant),
      }),
    ),
    partial: {
      ...truth,
      description:
        'Whether it tells only of those who work with the child of the reader’s own team: of a link of which he or she reads what workers are told',
    },
    cut: { ...truth, description: 'Whether earlier tellings may be left out, as these are the latest 2,000' },
  }),
  HistoryView: object({
    items: list(
      object({
        version: whole,
        entry: id,
        command: text(),
        happened: instant,
        at: instant,
        actorId: maybe(id),
      }),
    ),
    names: named('Names'),
    next: maybe(text()),
  }),
};

/** Every schema that answers are described with, by name. */
export const sharedSchemas: { [name: string]: Schema } = {
  ...searchSchemas,
  ...sessionSchemas,
  ...lookSchemas,
  ...asItWasSchemas,
  ...languageSchemas,
  ...agreementSchemas,
  ...strandSchemas,
  Missing: object({ code: text(), words: text('What is missing'), who: text('Who can supply it') }),
  Fault: object({ pointer: text('A JSON pointer into the request'), code: text(), detail: text() }),
  Allowed: object(
    { command: text('<topic>/<verb>'), available: truth, missing: list(named('Missing')) },
    { choice: text('The value of the field that picks the outcome') },
  ),
  Problem: {
    description: 'A problem document (RFC 9457)',
    ...object(
      { type: text(), title: text(), status: whole, detail: text(), code: text('Stable, for programs') },
      {
        instance: text('The id of the request'),
        errors: list(named('Fault')),
        missing: list(named('Missing')),
        allowed: list(named('Allowed')),
        version: whole,
        state: named('State'),
      },
    ),
  },
  State: state,
  Names: { description: 'Names of people by their ids', ...byName({ type: 'string' }) },
  Accepted: object(
    {
      id,
      kind: text('The kind of the record'),
      version: whole,
      state: named('State'),
      entry: {
        ...id,
        description: 'The entry in the history; ids of what the command created derive from it',
      },
      repeated: truth,
      language: {
        ...list(named('FieldFinding')),
        description: 'What could be said otherwise in the free texts that were sent; nothing waits for it',
      },
    },
    {
      questions: {
        ...list(named('Fault')),
        description: 'Where a text names another grade than the field beside it; asked again at confirmation',
      },
    },
  ),
  DueDate: object(dueDate),
  Clock: object({
    ...dueDate,
    who: text('The principal whose list carries it'),
    extendableTo: { ...maybe(day), description: 'Up to which day the reader may extend it' },
  }),
  Written: object({
    id,
    kind: text('assessment, view, grade, plan, …'),
    class: oneOf(...contentClasses),
    replaces: maybe(id),
    wrong: { ...truth, description: 'Whether a later entry stands in its place' },
    happened: instant,
    at: { ...instant, description: 'When it was recorded' },
    authorId: maybe(id),
    body: byName(),
  }),
  ...ownSchemas,
  ...caseSchemas,
  ...judgementSchemas,
  ...intelligenceSchemas,
  ...matchListSchemas,
  ...problemProfileSchemas,
  ...linkSchemas,
  ...onCaseSchemas,
  ...auditSchemas,
  ...registerSchemas,
  ...chronologySchemas,
  ...recordSchemas,
  ...incidentSchemas,
  ...scorecardSchemas,
  ...coverSchemas,
  ...agendaSchemas,
  ...copiesSchemas,
  ...candidateSchemas,
  ...clockSchemas,
  ...connectionSchemas,
  ...minutesPartSchemas,
  ...panelSchemas,
  ...disposalSchemas,
  ...profileSchemas,
  ...measureSchemas,
  ...accessSchemas,
};
