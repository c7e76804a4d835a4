import { type AddSubjectPayload, carriedFaults, subjectFaults } from '../agenda-items/subject.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { keptSections } from './kept-sections.js';
import { laterSittingFaults } from './later-sitting.js';
import type {
  AddItemPayload,
  AgreeMinutesPayload,
  AttendanceEntry,
  ChangeMinutesPayload,
  IssuePapersPayload,
  OrderItemsPayload,
  RecordAttendancePayload,
  SittingStanding,
} from './standing.js';

/** A sitting's standing holds the order of its items; more than these would outgrow it. */
export const mostItems = 60;

const mostBreaks = 6;

type Ctx<P extends object> = Context<SittingStanding, P>;

function item(context: Ctx<AddItemPayload>): Fault[] {
  const { payload, locked, facts, record, profile } = context;
  const faults: Fault[] = [];
  const kind = payload.caseKind ?? 'childCase';
  const about = locked.find((one) => one.kind === kind && one.id === payload.caseId);
  const panel = (about?.state as { panel?: string } | undefined)?.panel;
  if (!about)
    faults.push({ pointer: '/caseId', code: 'noCase', detail: 'The case is not one that you may see.' });
  else if (panel !== 'listed')
    faults.push({ pointer: '/caseId', code: 'notListed', detail: 'The case is not on the panel’s list.' });
  if (about && record.standing.order.length >= mostItems)
    faults.push({ pointer: '', code: 'full', detail: `An agenda has at most ${mostItems} items.` });
  const until = (about?.standing as ChildCaseStanding | undefined)?.listing?.until;
  if (until && localDate(record.standing.startsAt, profile.timeZone) < until)
    faults.push({ pointer: '/caseId', code: 'deferred', detail: `The listing is deferred until ${until}.` });
  const already = facts.related.some(
    (one) => one.kind === 'agendaItem' && one.subjectId === payload.caseId && one.state !== 'takenOff',
  );
  const waitsOn = (about?.standing as ChildCaseStanding | undefined)?.onAgenda;
  if (already || (waitsOn && (waitsOn === record.id || !about?.standing.access?.closed)))
    faults.push({
      pointer: '/caseId',
      code: 'onAgenda',
      detail:
        already || waitsOn === record.id
          ? 'The case is on this agenda already.'
          : 'The case waits on the agenda of another sitting: it can be added once that item is returned or decided.',
    });
  const forPanel = (about?.standing as ChildCaseStanding | undefined)?.listing?.panelId;
  if (forPanel && record.standing.panelId && forPanel !== record.standing.panelId)
    faults.push({
      pointer: '/caseId',
      code: 'otherPanel',
      detail: 'The case is referred to another panel: it goes on an agenda of that one.',
    });
  const { closed, named = [] } = about?.standing.access ?? {};
  if (closed && !named.some(({ userId }) => userId === record.standing.chairId))
    faults.push({
      pointer: '/caseId',
      code: 'chair',
      detail: 'The chair of this sitting does not read the restricted case: name the chair first.',
    });
  return [...faults, ...placeFaults(context)];
}

/** What holds of every item that is put on an agenda: a section of the area's, a late reason, a presenter with an account. */
function placeFaults({ payload, facts, record, profile }: Ctx<AddItemPayload | AddSubjectPayload>): Fault[] {
  const faults: Fault[] = [];
  const sections = record.standing.sections ?? profile.panel.agenda.map((one) => one.id);
  if (!sections.includes(payload.section))
    faults.push({
      pointer: '/section',
      code: 'section',
      detail: `The section is one of ${sections.join(', ')}.`,
    });
  if (['papersIssued', 'inSession'].includes(record.state as string) && !payload.lateReason)
    faults.push({
      pointer: '/lateReason',
      code: 'asked',
      detail: 'The papers are out: give the reason for a late item.',
    });
  if (payload.presenterId && !findPerson(facts, payload.presenterId))
    faults.push({
      pointer: '/presenterId',
      code: 'noPerson',
      detail: 'The presenter is somebody with an account.',
    });
  return faults;
}

function subject(context: Ctx<AddSubjectPayload>): Fault[] {
  const full: Fault[] =
    context.record.standing.order.length < mostItems
      ? []
      : [{ pointer: '', code: 'full', detail: `An agenda has at most ${mostItems} items.` }];
  return [
    ...full,
    ...subjectFaults(context as never),
    ...carriedFaults(context as never),
    ...placeFaults(context),
  ];
}

/** The items of the agenda that whoever asks sees: nothing said of the others. */
function seenItems({ record, facts }: Pick<Ctx<object>, 'record' | 'facts'>): string[] {
  return record.standing.order.filter((id) => facts.related.some((one) => one.id === id));
}

/** A standing keeps few breaks; each stands before an item that whoever orders sees, and once. */
function breakFaults(context: Ctx<OrderItemsPayload>): Fault[] {
  const { breaks = [], order: wanted } = context.payload;
  const faults: Fault[] = [];
  if (breaks.length > mostBreaks)
    faults.push({ pointer: '/breaks', code: 'most', detail: `A sitting has at most ${mostBreaks} breaks.` });
  breaks.forEach(({ before }, index) => {
    if (!wanted.includes(before) || breaks.findIndex((one) => one.before === before) !== index)
      faults.push({
        pointer: `/breaks/${index}/before`,
        code: 'noItem',
        detail: 'A break stands before an item of this agenda, and one before each at most.',
      });
  });
  return faults;
}

function order(context: Ctx<OrderItemsPayload>): Fault[] {
  const same = [...context.payload.order].sort().join() === seenItems(context).sort().join();
  const faults: Fault[] = same
    ? []
    : [{ pointer: '/order', code: 'items', detail: 'The order names every item of the agenda once.' }];
  return [...faults, ...breakFaults(context)];
}

function papers({ payload, facts }: Ctx<IssuePapersPayload>): Fault[] {
  return payload.recipients.flatMap((id, index) => {
    if (findPerson(facts, id)) return [];
    return [
      {
        pointer: `/recipients/${index}`,
        code: 'noPerson',
        detail: 'A recipient is somebody with an account.',
      },
    ];
  });
}

/** Payload rules of one line of attendance, each fault with its pointer under the one that is given. */
export function attendanceLineFaults(
  { record, facts }: Pick<Ctx<object>, 'record' | 'facts'>,
  one: AttendanceEntry,
  pointer: string,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, code: string, detail: string) =>
    faults.push({ pointer: `${pointer}/${field}`, code, detail });
  if (one.userId && !findPerson(facts, one.userId))
    fault(
      'userId',
      'noPerson',
      'The line names an account that is not there: leave it out, or choose somebody with an account.',
    );
  if (one.as === 'observer' && one.attendance === 'present' && !one.confidentialitySigned)
    fault('confidentialitySigned', 'asked', 'An observer signs the confidentiality statement.');
  if (one.attendance === 'apologies-with-update' && !one.updateReceived)
    fault('updateReceived', 'asked', 'Say when the written update came.');
  for (const id of one.itemIds ?? [])
    if (!record.standing.order.includes(id)) fault('itemIds', 'noItem', 'The item is not on this agenda.');
  return faults;
}

const attendance = (context: Ctx<RecordAttendancePayload>): Fault[] =>
  context.payload.attendance.flatMap((one, index) =>
    attendanceLineFaults(context, one, `/attendance/${index}`),
  );

/** Sections are of items that whoever writes sees; no section that the last version had is lost. */
function minutes(context: Ctx<ChangeMinutesPayload>): Fault[] {
  const { payload, facts } = context;
  const seen = seenItems(context);
  const last = keptSections(facts.written);
  const standsApart = (id: string) =>
    facts.related.find((one) => one.id === id)?.standing.access?.closed &&
    !last.some((section) => section.itemId === id);
  const faults: Fault[] = [];
  payload.sections.forEach(({ itemId }, index) => {
    const pointer = `/sections/${index}/itemId`;
    if (itemId && !seen.includes(itemId))
      faults.push({ pointer, code: 'noItem', detail: 'The item is not on this agenda.' });
    else if (itemId && standsApart(itemId))
      faults.push({
        pointer,
        code: 'restricted',
        detail: 'What is minuted of a restricted case stands on its item alone: leave the section out.',
      });
  });
  for (const { itemId, heading } of last)
    if (itemId && seen.includes(itemId) && !payload.sections.some((section) => section.itemId === itemId))
      faults.push({
        pointer: '/sections',
        code: 'lost',
        detail: `The section “${heading}” is missing: no item is lost from the minutes.`,
      });
  return faults;
}

/** Minutes are agreed at a later sitting of the panel while it is in session and quorate, or by the chair between sittings. */
const agreement = (context: Ctx<AgreeMinutesPayload>): Fault[] =>
  context.payload.sittingId ? laterSittingFaults(context, 'Minutes are agreed between sittings, or') : [];

/** The payload rules of a sitting's commands. */
export const sittingFaults = {
  item,
  subject,
  order,
  papers,
  attendance,
  minutes,
  agreement,
};
