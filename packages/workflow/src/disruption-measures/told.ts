import { localDate } from '../clocks/time-zone.js';
import { accessOfEnds } from '../links/access.js';
import { drawnEnded, drawnWithdrawn } from '../links/drawn.js';
import type { Access, Context, Standing, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { MeasureNews } from '../protections/standing.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import type { Step } from '../topic.js';
import { newsOfCorrection } from './correcting.js';
import { isWithoutGround } from './lapse.js';
import type {
  ConsiderMeasurePayload,
  CorrectEntryPayload,
  GrantPayload,
  ServePayload,
  VaryPayload,
} from './payloads.js';
import { protectionIds } from './recorders.js';
import type { MeasureStanding } from './standing.js';

type Ctx<P extends object> = Context<MeasureStanding, P>;

/** Each child’s side is opened with the measure; nobody who works with the child reads it before it is in force. */
export function openProtections({ record, payload, commandId }: Ctx<ConsiderMeasurePayload>): Step[] {
  const { code, access } = record.standing;
  const ids = protectionIds(payload, commandId);
  return (payload.childIds ?? []).map((childId, index) => ({
    record: { kind: 'protection', id: ids[index] as string },
    event: 'open-protection',
    payload: { childId, measureId: record.id, code, ...(access ? { access } : {}) },
    parentId: childId,
    subjectId: record.id,
  }));
}

function toChildren({ locked, record }: Ctx<object>, event: string, payload: MeasureNews): Step[] {
  return locked
    .filter((one) => one.kind === 'protection' && one.subjectId === record.id)
    .map(({ kind, id }) => ({ record: { kind, id }, event, payload }));
}

/** Months for which a breach counts towards how soon something is to be done. */
const breachMonths = 12;

type Around = Pick<Context<never>, 'locked' | 'at' | 'profile'>;

const isMeasure = ({ kind }: StoredRecord) => kind === 'disruptionMeasure';
const isCase = ({ kind }: StoredRecord) => kind === 'personCase' || kind === 'locationCase';

/** Whether a measure is on this person or at this place; one on a person at a place is both. */
export const isMeasureAt =
  (aboutId: string | null) =>
  ({ parentId, subjectId }: StoredRecord): boolean =>
    aboutId !== null && (parentId === aboutId || subjectId === aboutId);

/**
 * Tells cases how many of these measures are in force, and how many breaches the year had. What is handled with
 * conditions counts for a case that is so itself alone: to whoever reads an open one there is no such measure. A case that knows as much already is told nothing.
 */
function countSteps(
  cases: readonly StoredRecord[],
  measures: readonly StoredRecord[],
  { at, profile }: Omit<Around, 'locked'>,
): Step[] {
  const since = monthsBefore(localDate(at, profile.timeZone), breachMonths);
  return cases.flatMap(({ kind, id, standing }) => {
    const { access, counts } = standing as StrandCaseStanding;
    const known = measures
      .filter((one) => isMeasure(one) && (access?.closed || !one.standing.access?.closed))
      .map((one) => one.standing as MeasureStanding);
    const breaches = known.flatMap((one) => one.breaches).filter((day) => day >= since);
    const inForce = known.filter(
      ({ granted, served, ended }) => (granted !== null || served !== null) && ended === null,
    );
    const orders = { inForce: inForce.length, breached: breaches.length };
    const isKnown = counts.orders.inForce === orders.inForce && counts.orders.breached === orders.breached;
    return isKnown ? [] : [{ record: { kind, id }, event: 'receive-counts', payload: { orders } }];
  });
}

/** Each of these cases is told of the measures on the person, or at the place, that it is about. */
function countedAbout(
  cases: readonly StoredRecord[],
  measures: readonly StoredRecord[],
  around: Omit<Around, 'locked'>,
): Step[] {
  return cases.flatMap((one) => countSteps([one], measures.filter(isMeasureAt(one.parentId)), around));
}

/** Tells the cases of the person and of the place of a measure what is in force there. */
function toCases({ locked, record, at, profile }: Ctx<object>): Step[] {
  const all = [record as StoredRecord, ...locked.filter((one) => one.id !== record.id)];
  const cases = locked.filter((one) => isCase(one) && isMeasureAt(one.parentId)(record));
  return countedAbout(cases, all, { at, profile });
}

/** A case learns what is in force already on the person, or at the place, that it is about. */
export function countedFor(around: Around, one: StoredRecord): Step[] {
  return countedAbout([one], around.locked, around);
}

/** Tells the cases of a person or place that was joined or taken apart what is in force there from now on. */
export function countedAnew(
  around: Around,
  { of, cases }: { of: (measure: StoredRecord) => boolean; cases: (one: StoredRecord) => boolean },
): Step[] {
  const measures = around.locked.filter((one) => isMeasure(one) && of(one));
  return countSteps(around.locked.filter(isCase).filter(cases), measures, around);
}

/**
 * The cases of a person or place that is closed or opened, as they are from now on, and those at the other ends of its
 * measures, count anew: each measure closes and opens with the person or place.
 */
export function countedBehind(around: Around, changed: readonly StoredRecord[]): Step[] {
  const [{ parentId: aboutId, standing } = { parentId: null, standing: { clocks: [] } as Standing }] =
    changed;
  const isOwn = isMeasureAt(aboutId);
  const measures = around.locked
    .filter(isMeasure)
    .map((one) => (isOwn(one) ? withEnd(one as Measure, aboutId as string, standing.access) : one));
  if (!measures.some(isOwn)) return [];
  const others = around.locked.filter((one) => isCase(one) && one.parentId !== aboutId);
  return countedAbout([...changed, ...others], measures, around);
}

type Measure = StoredRecord<MeasureStanding>;

/** A measure as it is once this of one of its ends is closed. */
function withEnd(measure: Measure, recordId: string, access: Access = {}): Measure {
  const ends = { ...measure.standing.closedEnds, [recordId]: access };
  return { ...measure, standing: { ...measure.standing, access: accessOfEnds(ends) } };
}

/** Those who protect the child, and the cases of the person or place, learn that it is in force, or changed. */
export function toldInForce(context: Ctx<GrantPayload | ServePayload | VaryPayload>): Step[] {
  const { granted, served, expiresOn } = context.record.standing;
  const { conditions } = context.payload;
  const [since] = [granted?.on, served?.on].filter((day) => day !== undefined).sort();
  const news = {
    ...(since ? { since } : {}),
    expiresOn,
    ...(isWithoutGround(context.record.standing) ? { withoutGround: true } : {}),
    ...(conditions ? { conditions } : {}),
  };
  return [...toChildren(context, 'receive-measure', news), ...toCases(context)];
}

/** Both learn that it has ended, and so do the links that were drawn from it: one that never was has none. */
export function toldEnded(context: Ctx<object>): Step[] {
  const { ended } = context.record.standing;
  const links =
    ended?.how === 'recorded-in-error'
      ? drawnWithdrawn(context, 'The measure was recorded in error')
      : drawnEnded(context, 'The measure has ended');
  return [...toChildren(context, 'receive-ending', { ended }), ...toCases(context), ...links];
}

/** What was set right is told to both: until when it holds, what it asks, how many breaches there were. */
export function toldCorrection(context: Ctx<CorrectEntryPayload>): Step[] {
  const { state, standing } = context.record;
  const isTold = state === 'inForce' && (context.payload.lastDay || newsOfCorrection(context).conditions);
  return [
    ...(isTold && !standing.ended ? toChildren(context, 'receive-measure', newsOfCorrection(context)) : []),
    ...toCases(context),
  ];
}

/** The cases learn of a breach. */
export const toldBreach = toCases;
