import {
  closureReasons,
  grades,
  labelOf,
  locationRemovals,
  personRemovals,
  recalledRemovals,
} from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { stateWords } from '../../../changed-words.js';
import { dateWords } from '../../../date-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import { agencyWords, type PersonView, peopleOptions, readPeople } from '../../../people.js';
import { placeOf } from '../../../place-of.js';
import { codeWords } from '../../../strand.js';
import type { Visit } from '../../../visit.js';
import { gradeName, harmOf } from '../../child-cases/code-words.js';
import { contactWords } from '../../child-cases/contact-words.js';
import { contradictionQuestions } from '../../child-cases/contradictions.js';
import { outcomeOf } from '../../sittings/outcome.js';
import {
  agencyMark,
  dateFaults,
  decisionBody,
  decisionFields,
  dissentRows,
  fieldBehind,
  rowsShown,
} from '../decision-form.js';
import {
  askedOf,
  cameOf,
  decisionWords,
  type HeardItem,
  notesOf,
  openActions,
  quorumKept,
  readItem,
  strandKnown,
} from '../item.js';
import { runningTime } from '../running-time.js';
import { decisionOptions } from './decision-options.js';

const command = 'agenda-items/record-panel-decision';

const removalReasons = {
  personCase: personRemovals,
  locationCase: locationRemovals,
  cluster: [],
} as const;

function rows() {
  return Array.from({ length: rowsShown }, (_, index) => ({
    number: index + 1,
    what: `actions-${index}-what`,
    owner: `actions-${index}-ownerId`,
    due: `actions-${index}-due`,
    part: `actions-${index}-part`,
  }));
}

function gradeWords({ case: about }: HeardItem): string {
  const parts = [
    about?.confirmed
      ? `${gradeName(about.confirmed.grade)}, confirmed ${dateWords(about.confirmed.at)}`
      : null,
    about?.proposed ? `${gradeName(about.proposed.grade)} proposed ${dateWords(about.proposed.at)}` : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : 'No grade yet';
}

function planWords({ case: about }: HeardItem): string {
  return about?.plan
    ? `${labelOf(about.plan.kind)} plan, version ${about.plan.version}, agreed ${dateWords(about.plan.agreedAt)}`
    : 'No plan agreed';
}

/** Of no child’s plan: what everybody at the table hears, or what stands apart from it. */
const partsApart = [
  { value: 'safety', text: 'Heard by all at the table' },
  { value: 'disruption', text: 'Apart: the chair, the owner, police' },
];

const option = (value: string) => ({ value, text: labelOf(value) });

const nouns = { personCase: 'the person', locationCase: 'the place', cluster: 'the cluster' } as const;

/** Why a sitting may end a listing: that it was never so is found by two officers, on the page of the case. */
function removalOptions(kind: keyof typeof removalReasons) {
  const reasons = removalReasons[kind].filter((one) => !recalledRemovals.includes(one));
  if (reasons.length === 0) return null;
  return [
    { value: '', text: 'Choose the reason' },
    ...reasons.map((one) => ({ value: one, text: codeWords(one) })),
  ];
}

/** The agencies of those who may own an action: each names the owner itself, in the time for actions to be out. */
function agencyOptions(people: PersonView[]) {
  const named = new Map(people.map((one) => [one.agencyId, agencyWords(one)]));
  return [...named]
    .map(([id, name]) => ({ value: `${agencyMark}${id}`, text: `${name}: the agency names the owner` }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'));
}

async function model(visit: Visit, item: HeardItem) {
  const people = await readPeople(visit);
  const decisions = decisionOptions(item);
  const owners = people.filter(({ roles }) => !roles.includes('administrator'));
  return {
    item,
    asked: askedOf(item),
    time: runningTime(item),
    quorate: item.sitting.quorate,
    notes: notesOf(item),
    noting: canDo(item.allowed, 'agenda-items/record-note'),
    attendanceHref: `/sittings/${item.sittingId}/record-attendance?item=${item.id}`,
    connection: canDo(item.allowed, 'agenda-items/declare-item-connection')
      ? `/agenda-items/${item.id}/declare-item-connection`
      : null,
    kept: quorumKept(item),
    ratify: canDo(item.allowed, 'agenda-items/ratify-decision')
      ? `/agenda-items/${item.id}/ratify-decision`
      : null,
    ratified: item.decision?.ratifiedAt ? dateWords(item.decision.ratifiedAt) : null,
    grade: gradeWords(item),
    harm: Object.entries(item.case?.harm ?? {}).map(([kind, one]) => harmOf(kind, one)),
    words: item.words ?? null,
    plan: planWords(item),
    workers: item.case?.workers ? `${item.case.workers} so far` : 'Nobody allocated yet',
    contact: item.case ? contactWords({ standing: { contacts: item.case.contacts } }) : null,
    previous: item.previous?.decision ? decisionWords(item.previous) : null,
    // What the decision before gave stands with it, and once.
    came: cameOf(item.previousActions),
    actions: openActions(
      item.actions.filter(({ id }) => !item.previousActions?.some((one) => one.id === id)),
    ),
    agenda: item.agenda.map((one) => ({
      number: one.number,
      name: one.name,
      href: `/agenda-items/${one.id}/record-panel-decision`,
      here: one.id === item.id,
      done: one.state === 'waiting' || one.state === 'open' ? null : stateWords(one.state).toLowerCase(),
    })),
    waiting: canDo(item.allowed, 'agenda-items/open-item'),
    open: canDo(item.allowed, command),
    stateWords: stateWords(item.state),
    outcome: item.decision ? null : outcomeOf(item),
    mine: item.guest
      ? {
          calendar: `/agenda-items/${item.id}/invitation`,
          sheet: `/sittings/${item.sittingId}/pack?document=extract&format=pdf&item=${item.id}`,
        }
      : null,
    correct:
      canDo(item.allowed, 'agenda-items/correct-entry') &&
      item.written.some(({ kind }) => kind === 'note' || kind === 'decision')
        ? `/agenda-items/${item.id}/correct-entry`
        : null,
    takeOff: canDo(item.allowed, 'agenda-items/take-off-agenda')
      ? `/agenda-items/${item.id}/take-off-agenda`
      : null,
    missing: item.decision ? [] : missingFor(item.allowed, command),
    decided: item.decision ? decisionWords(item.decision) : null,
    decisions,
    watches: decisions.some(({ watch }) => watch),
    rows: rows(),
    dissents: dissentRows(),
    owners: [...peopleOptions(owners, 'Choose the owner'), ...agencyOptions(owners)],
    parts: item.caseKind || item.subject ? partsApart : [option('safety'), option('disruption')],
    panels: item.panels?.length
      ? [
          { value: '', text: 'Choose the panel' },
          ...item.panels.map(({ id, name }) => ({ value: id, text: name })),
        ]
      : null,
    grades: [{ value: '', text: 'Choose the grade' }, ...grades.map(option)],
    questions: contradictionQuestions(),
    closureReasons: [{ value: '', text: 'Choose the reason' }, ...closureReasons.map(option)],
    next: nextOf(item) ?? null,
    openAction: `/agenda-items/${item.id}/open-item`,
    sittingHref: `/sittings/${item.sittingId}`,
    caseHref:
      item.caseId && (item.case || item.strandCase || item.cluster)
        ? placeOf(item.caseKind ?? 'childCase', item.caseId)
        : null,
    removal: item.caseKind ? removalOptions(item.caseKind) : null,
    child: !item.caseKind && !item.subject,
    measures: item.caseKind === 'personCase' || item.caseKind === 'locationCase',
    strand: item.caseKind ? { known: strandKnown(item), noun: nouns[item.caseKind] } : null,
  };
}

/** The next item without an outcome: after this one, else the first before it. */
function nextOf({ id, agenda }: HeardItem) {
  const at = agenda.findIndex((one) => one.id === id);
  const round = [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))];
  return round.find(({ state }) => state === 'open' || state === 'waiting');
}

/** Opens the next item at once, so that its time runs; when somebody else was faster, its page says so. */
async function goOn(visit: Visit): Promise<ReturnType<typeof goTo>> {
  const { item } = await readItem(visit);
  const next = nextOf(item);
  if (!next) return goTo(`/sittings/${item.sittingId}`, 'Every item of the agenda has an outcome.');
  if (next.state === 'waiting')
    await visit.api.post(
      path`/api/v1/agenda-items/${next.id}/open-item`,
      {},
      { version: next.etag, ...(visit.sent.key ? { key: `${visit.sent.key}-next` } : {}) },
    );
  return goTo(`/agenda-items/${next.id}/record-panel-decision`, 'The decision is recorded.');
}

/** Adds a note and shows the page again with the rest of what was typed: nobody loses half a decision to a note. */
async function noted(visit: Visit): Promise<Answer> {
  const text = visit.typed('note');
  if (!text) return again({ note: 'Enter the note' });
  const id = visit.params.id ?? '';
  await visit.send(path`/api/v1/agenda-items/${id}/record-note`, { text });
  const { item, etag } = await readItem(visit);
  return show({
    title: item.name,
    version: visit.sent.version ?? etag,
    back: { href: `/sittings/${item.sittingId}#agenda`, text: 'Agenda' },
    values: { ...visit.form, note: '', act: '' },
    model: { ...(await model(visit, item)), added: true },
  });
}

/** The screen of a sitting: one item, its time, what was decided before, and the decision as fast as it is spoken. */
export const page: Page = {
  id: command,
  url: '/agenda-items/:id/record-panel-decision',
  section: '/sittings',
  fields: decisionFields,
  place: fieldBehind,
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { item, etag } = await readItem(visit);
    return show({
      title: item.name,
      version: etag,
      back: { href: `/sittings/${item.sittingId}#agenda`, text: 'Agenda' },
      model: await model(visit, item),
    });
  },

  async post(visit) {
    if (visit.typed('act') === 'note') return noted(visit);
    const faults = dateFaults(visit);
    if (Object.keys(faults).length > 0) return again(faults);
    await visit.send(
      path`/api/v1/agenda-items/${visit.params.id ?? ''}/record-panel-decision`,
      decisionBody(visit),
    );
    return visit.typed('stay')
      ? goTo(
          `/agenda-items/${encodeURIComponent(visit.params.id ?? '')}/record-panel-decision`,
          'The decision is recorded.',
        )
      : goOn(visit);
  },
};
