import { agencyKinds } from '../agencies/standing.js';
import { addMonths, dateOf, epochDay, findCivil } from '../clocks/calendar.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { latestMembers } from './members.js';
import { plannedDates } from './planned-dates.js';
import { mostPlanned } from './series.js';
import type {
  ChangeMembersPayload,
  JoiningMember,
  PanelStanding,
  PanelWords,
  PlanSeriesPayload,
  PublishTermsPayload,
} from './standing.js';

type Ctx<P extends object> = Context<PanelStanding, P>;

/** So many belong to a panel, substitutes among them: its standing stays small. */
const mostMembers = 50;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** That somebody chairs: an account with that role. */
export function chairFaults({ facts }: Pick<Ctx<object>, 'facts'>, id: string, pointer: string): Fault[] {
  const chairs = findPerson(facts, id)?.roles.some((role) => role === 'chair' || role === 'deputy-chair');
  return chairs ? [] : [fault(pointer, 'noChair', 'The chair is somebody with that role and an account.')];
}

function unknownIn(given: string[] | undefined, known: readonly string[], pointer: string): Fault[] {
  return (given ?? []).flatMap((id, index) =>
    known.includes(id) ? [] : [fault(`${pointer}/${index}`, 'unknown', `It is one of ${known.join(', ')}.`)],
  );
}

/** Payload rules of what a panel says of itself. */
function words(context: Ctx<PanelWords>): Fault[] {
  const { payload, profile } = context;
  return [
    ...chairFaults(context, payload.chairId, '/chairId'),
    ...(payload.deputyId ? chairFaults(context, payload.deputyId, '/deputyId') : []),
    ...unknownIn(payload.quorum, agencyKinds, '/quorum'),
    ...unknownIn(
      payload.gate,
      profile.panel.gate.needs.map(({ id }) => id),
      '/gate',
    ),
    ...unknownIn(
      payload.sections,
      profile.panel.agenda.map(({ id }) => id),
      '/sections',
    ),
  ];
}

function joining(context: Ctx<ChangeMembersPayload>, one: JoiningMember, pointer: string): Fault[] {
  const { userId, name, agency, agencyKind, forId } = one;
  const faults: Fault[] = [];
  if (userId && !findPerson(context.facts, userId))
    faults.push(fault(`${pointer}/userId`, 'noPerson', 'Nobody with an account has this id.'));
  if (!userId && !(name && agency && agencyKind))
    faults.push(
      fault(`${pointer}/name`, 'asked', 'Choose an account, or give the name, the agency and its kind.'),
    );
  const members = latestMembers(context.facts);
  if (userId && members.some((member) => member.userId === userId))
    faults.push(fault(`${pointer}/userId`, 'member', 'This person belongs to the panel already.'));
  if (forId && !members.some(({ id, as }) => id === forId && as === 'member'))
    faults.push(fault(`${pointer}/forId`, 'noMember', 'A substitute comes for a member of the panel.'));
  if (one.as === 'substitute' && !forId)
    faults.push(fault(`${pointer}/forId`, 'asked', 'Say for whom the substitute comes.'));
  return faults;
}

function members(context: Ctx<ChangeMembersPayload>): Fault[] {
  const { join = [], leave = [] } = context.payload;
  const known = latestMembers(context.facts);
  const faults = join.flatMap((one, index) => joining(context, one, `/join/${index}`));
  leave.forEach((id, index) => {
    if (!known.some((one) => one.id === id))
      faults.push(fault(`/leave/${index}`, 'noMember', 'Nobody of the panel has this id.'));
  });
  if (join.length + leave.length === 0)
    faults.push(fault('/join', 'nothing', 'Say who comes, or who leaves.'));
  const accounts = join.flatMap(({ userId }) => userId ?? []);
  if (new Set(accounts).size < accounts.length)
    faults.push(fault('/join', 'twice', 'The same person is named twice.'));
  if (known.length + join.length - leave.length > mostMembers)
    faults.push(fault('/join', 'full', `A panel has at most ${mostMembers} members and substitutes.`));
  return faults;
}

function terms({ payload, profile, at }: Ctx<PublishTermsPayload>): Fault[] {
  return payload.reviewOn > localDate(at, profile.timeZone)
    ? []
    : [fault('/reviewOn', 'future', 'The day of the review is still to come.')];
}

function betweenFaults({ payload, profile, at }: Ctx<PlanSeriesPayload>): Fault[] {
  const { from, until } = payload;
  for (const name of ['from', 'until'] as const)
    if (!findCivil(payload[name])) return [fault(`/${name}`, 'date', 'This is no day of the calendar.')];
  if (from <= localDate(at, profile.timeZone))
    return [fault('/from', 'future', 'Sittings are planned for days to come.')];
  if (until < from) return [fault('/until', 'order', 'The last day lies after the first.')];
  return until > dateOf(addMonths(epochDay(from), 12))
    ? [fault('/until', 'tooLong', 'At most a year is planned at once: its bank holidays are known.')]
    : [];
}

function series(context: Ctx<PlanSeriesPayload>): Fault[] {
  const between = betweenFaults(context);
  if (between.length > 0) return between;
  const { payload, record } = context;
  const planned = plannedDates(context);
  return [
    ...chairFaults(context, payload.chairId ?? record.standing.chairId, '/chairId'),
    ...(payload.every === 'weeks' && !payload.weeks
      ? [fault('/weeks', 'asked', 'Say every how many weeks.')]
      : []),
    ...(planned.length === 0
      ? [fault('/from', 'noDay', 'The rule gives no day that is not planned already.')]
      : []),
    ...(planned.length > mostPlanned
      ? [fault('/until', 'tooMany', `At most ${mostPlanned} sittings are planned at once.`)]
      : []),
  ];
}

/** The payload rules of a panel's commands. */
export const panelFaults = { words, members, terms, series };
