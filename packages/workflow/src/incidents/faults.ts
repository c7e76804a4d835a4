import { localDate } from '../clocks/time-zone.js';
import { handledFaults } from '../handled.js';
import type { Context, Fault } from '../model.js';
import { forceFaults } from './forces.js';
import { isSameIncident, numberKey, outcomeCodeOf } from './outcome-codes.js';
import {
  type ChangeIncidentPayload,
  type IncidentOutcome,
  type IncidentStanding,
  outcomesKept,
  type RecordIncidentPayload,
  type RecordOutcomePayload,
} from './standing.js';

type Ctx<P extends object> = Context<IncidentStanding, P>;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

function todayOf({ at, profile }: Pick<Ctx<object>, 'at' | 'profile'>): string {
  return localDate(at, profile.timeZone);
}

/** Days in their order, none ahead; and nobody named twice. */
function factFaults(context: Ctx<ChangeIncidentPayload | RecordIncidentPayload>): Fault[] {
  const { committed, committedTo, recorded, victims, offenders } = context.payload;
  const faults: Fault[] = handledFaults(context.payload);
  if (recorded > todayOf(context))
    faults.push(fault('/recorded', 'future', 'It cannot be recorded on a day ahead.'));
  if (committed && committed > recorded)
    faults.push(fault('/committed', 'order', 'It was recorded before it was committed.'));
  if (committedTo && !committed)
    faults.push(fault('/committedTo', 'order', 'Give the first day as well, or leave both out.'));
  if (committed && committedTo && committedTo < committed)
    faults.push(fault('/committedTo', 'order', 'The last day lies before the first.'));
  for (const [pointer, all] of [
    ['/victims', victims],
    ['/offenders', offenders],
  ] as const) {
    const known = all.flatMap(({ reference }) => (reference ? numberKey(reference) : []));
    if (new Set(known).size < known.length)
      faults.push(fault(pointer, 'twice', 'The same person is named twice: name everybody once.'));
  }
  return faults;
}

function codeFaults(
  context: Ctx<object>,
  force: string,
  recorded: string,
  outcome: IncidentOutcome,
  at: string,
): Fault[] {
  if (outcome.on > todayOf(context)) return [fault(`${at}/on`, 'future', 'The outcome cannot lie ahead.')];
  if (outcome.on < recorded)
    return [fault(`${at}/on`, 'order', 'The outcome lies before the incident was recorded.')];
  if (outcomeCodeOf(context.profile, force, outcome)) return [];
  const detail = `${force} has no outcome code ${outcome.code} on that day: codes are read with the force and the day.`;
  return [fault(`${at}/code`, 'notInList', detail)];
}

/** A number that the force has on the books already is another incident only where somebody says so. */
function numberFaults({ payload, facts }: Ctx<RecordIncidentPayload>): Fault[] {
  const { force, reference, another } = payload;
  const alike = facts.related
    .filter(({ kind, state }) => kind === 'incident' && state === 'recorded')
    .map(({ standing }) => standing as IncidentStanding)
    .filter((one) => isSameIncident(one, payload));
  const [first] = alike;
  if (!first || another) return [];
  const detail = `${force} has the number ${reference} on the books already: ${first.offence}, recorded ${first.recorded}. Change that one if it is the same; if it is not, say that it is another incident.`;
  return [fault('/reference', 'sameNumber', detail)];
}

/** What stands in the way of an incident as it is recorded. */
export function recordFaults(context: Ctx<RecordIncidentPayload>): Fault[] {
  const { force, recorded, outcome } = context.payload;
  return [
    ...forceFaults(context.profile, force),
    ...numberFaults(context),
    ...factFaults(context),
    ...(outcome ? codeFaults(context, force, recorded, outcome, '/outcome') : []),
  ];
}

/** Whoever is linked is linked by place: those who have a number keep theirs, and more are added at the end. */
function placeFaults({ payload, record }: Ctx<ChangeIncidentPayload>): Fault[] {
  return (['victims', 'offenders'] as const).flatMap((side) => {
    const moved = record.standing[side].findIndex(({ reference }, place) => {
      const now = payload[side].findIndex(
        (one) => reference !== null && one.reference && numberKey(one.reference) === numberKey(reference),
      );
      return now >= 0 && now !== place;
    });
    if (moved < 0) return [];
    const detail = `${record.standing[side][moved]?.reference} stood in place ${moved + 1}: leave everybody where they are, write “not known” for one who is taken away, and add others at the end.`;
    return [fault(`/${side}`, 'moved', detail)];
  });
}

/**
 * Whoever reads that a child, a person or a place is linked to it reads what was done: it is not closed while they do.
 * A link that is closed itself hinders nothing and is not told of.
 */
function linkedFaults({ payload, record, locked }: Ctx<ChangeIncidentPayload>): Fault[] {
  const isOpenLink = ({ subjectId, state, standing }: Ctx<object>['locked'][number]) =>
    subjectId === record.id && state === 'linked' && !standing.access?.closed;
  if (payload.handling !== 'C' || !locked.some(isOpenLink)) return [];
  const detail = 'Take back who is linked to it first: those who read the links know of the incident.';
  return [fault('/handling', 'linked', detail)];
}

/** What stands in the way of its change: besides its days, an outcome that would lie before it, and people in other places. */
export function changeFaults(context: Ctx<ChangeIncidentPayload>): Fault[] {
  const [first] = context.record.standing.outcomes;
  const early =
    first && first.on < context.payload.recorded
      ? [fault('/recorded', 'order', `An outcome of ${first.on} stands on the incident already.`)]
      : [];
  return [...factFaults(context), ...placeFaults(context), ...linkedFaults(context), ...early];
}

/** An outcome that the force knows, not ahead, and not before the incident. */
export function outcomeFaults(context: Ctx<RecordOutcomePayload>): Fault[] {
  const { force, recorded, outcomes } = context.record.standing;
  const others = outcomes.filter(({ on }) => on !== context.payload.on);
  if (others.length >= outcomesKept)
    return [fault('/on', 'tooMany', `An incident keeps ${outcomesKept} outcomes: correct one of these.`)];
  return codeFaults(context, force, recorded, context.payload, '');
}
