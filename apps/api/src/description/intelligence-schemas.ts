import {
  answerSources,
  exposureRisks,
  handlings,
  identifierKindCodes,
  matchDecisions,
  reportParts,
  requirementAnswers,
} from '@mase/workflow';
import {
  day,
  gradeInWords,
  gradeOfIntelligence,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const parts = list(oneOf(...reportParts));

const report = {
  ...{ id, version: whole, reference: text() },
  progress: oneOf('being-looked-at', 'in-use', 'ended'),
  ...{ submittedAt: maybe(instant), endedAt: maybe(instant), fedBackAt: maybe(instant) },
  desk: {
    ...maybe(
      object({
        ...{
          state: named('State'),
          grade: maybe(object(gradeOfIntelligence)),
          danger: truth,
          needsRisk: truth,
        },
        risk: maybe(object({ level: oneOf(...exposureRisks), at: instant })),
        parts,
        recipients: list(object({ agencyId: id, contactId: maybe(id), parts }, { withdrawnAt: instant })),
        ...{ reviewBy: maybe(day), sourceReferredAt: maybe(instant), closed: truth },
        ...{ submittedBy: maybe(id), agencyId: maybe(id), due: maybe(instant), step: maybe(text()) },
      }),
    ),
    description: 'What the intelligence desk reads; null to everybody else',
  },
};

const requirement = {
  ...{ id, version: whole, state: named('State'), agencyId: id, agencyName: text(), contactId: maybe(id) },
  ...{ question: text(), from: list(oneOf(...answerSources)), by: day },
  raised: maybe(object({ by: maybe(id), name: text(), at: instant })),
  ...{ withdrawnAt: maybe(instant), answeredAt: maybe(instant), due: maybe(instant) },
  handling: { ...oneOf(...handlings), description: 'C: its existence is closed but to those named' },
  outcome: { ...maybe(oneOf(...requirementAnswers)), description: 'For those who asked alone' },
};

const side = maybe(object({ kind: text(), id, title: text(), reference: maybe(text()) }));
const match = {
  ...{ id, version: whole, state: named('State') },
  ...{ identifier: oneOf(...identifierKindCodes), fit: oneOf('same', 'alike'), danger: truth },
  proposedAt: instant,
  decided: maybe(object({ decision: oneOf(...matchDecisions), by: maybe(id), at: instant })),
  due: maybe(instant),
  own: { ...side, description: 'The record whose owner decides, where the reader sees it' },
  other: { ...side, description: 'The other, where the reader sees it: nothing is said of it otherwise' },
  shared: { ...list(text()), description: 'What it is that they share, as far as the reader may read it' },
};

const ringing = list(object({ name: text(), until: maybe(instant) }));
const toRing = {
  ...maybe(
    object({
      lead: { ...ringing, description: 'Duty managers: by the rota, or by role where the rota has nobody' },
      decides: object({ who: oneOf('owner', 'supervisor'), people: ringing }),
    }),
  ),
  description: 'Whom to ring where a child may be in danger, until it is decided; null otherwise',
};

/** What intelligence, its requirements and matches of identifiers show, by name. */
export const intelligenceSchemas: { [name: string]: Schema } = {
  IntelligenceListView: page(
    object({ ...report, submittedByName: maybe(text()), agencyName: maybe(text()) }),
  ),
  IntelligenceView: object({
    ...shown,
    ...report,
    state: maybe(named('State')),
    grade: maybe(object(gradeInWords)),
    unsanitised: list(named('Written')),
    named: list(object({ id, kind: text(), title: text(), reference: maybe(text()) })),
    submittedBefore: maybe(whole),
    copies: {
      ...list(
        object({
          ...{ recipientId: id, recipientName: text(), copyNumber: whole },
          ...{ issuedAt: instant, openedAt: maybe(instant) },
          isEarlier: { ...truth, description: 'Whether the part was written anew since' },
        }),
      ),
      description: 'Copies of papers that print a part of it, for the desk alone',
    },
    mine: { ...truth, description: 'Whether the reader submitted it' },
  }),
  IntelligenceRequirementsView: page(object({ ...requirement, contactName: maybe(text()) })),
  IntelligenceRequirementView: object({ ...shown, ...requirement }),
  IdentifierMatchesView: page(object(match)),
  IdentifierMatchView: object({ ...shown, ...match, toRing }),
};
