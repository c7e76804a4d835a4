import { localDate } from '../clocks/time-zone.js';
import type { Context, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { MeasureNews } from '../protections/standing.js';
import type { Step } from '../topic.js';
import { newsOfCorrection } from './correcting.js';
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

/** Tells cases how many of these measures are in force, and how many breaches the year had. */
export function countSteps(
  cases: readonly StoredRecord[],
  measures: readonly StoredRecord[],
  { at, profile }: Omit<Around, 'locked'>,
): Step[] {
  const since = monthsBefore(localDate(at, profile.timeZone), breachMonths);
  const all = measures.filter(({ kind }) => kind === 'disruptionMeasure');
  const breaches = all.flatMap(({ standing }) => (standing as MeasureStanding).breaches);
  const inForce = all.filter(({ standing }) => {
    const { granted, served, ended } = standing as MeasureStanding;
    return (granted !== null || served !== null) && ended === null;
  });
  const orders = { inForce: inForce.length, breached: breaches.filter((day) => day >= since).length };
  return cases.map(({ kind, id }) => ({
    record: { kind, id },
    event: 'receive-counts',
    payload: { orders },
  }));
}

const isCase = ({ kind }: StoredRecord) => kind === 'personCase' || kind === 'locationCase';

/** Tells the cases of the person or place of a measure what is in force there. */
function toCases({ locked, record, at, profile }: Ctx<object>): Step[] {
  const beside = ({ parentId }: StoredRecord) => parentId === record.parentId;
  const all = [record as StoredRecord, ...locked.filter((one) => one.id !== record.id)].filter(beside);
  return countSteps(locked.filter(isCase).filter(beside), all, { at, profile });
}

/** Tells the cases of a person or place that was joined or taken apart what is in force there from now on. */
export function countedAnew(
  around: Around,
  { of, cases }: { of: (measure: StoredRecord) => boolean; cases: (one: StoredRecord) => boolean },
): Step[] {
  const measures = around.locked.filter((one) => one.kind === 'disruptionMeasure' && of(one));
  return countSteps(around.locked.filter(isCase).filter(cases), measures, around);
}

/** Those who protect the child, and the cases of the person or place, learn that it is in force, or changed. */
export function toldInForce(context: Ctx<GrantPayload | ServePayload | VaryPayload>): Step[] {
  const { granted, served, expiresOn } = context.record.standing;
  const { conditions } = context.payload;
  const [since] = [granted?.on, served?.on].filter((day) => day !== undefined).sort();
  const news = { ...(since ? { since } : {}), expiresOn, ...(conditions ? { conditions } : {}) };
  return [...toChildren(context, 'receive-measure', news), ...toCases(context)];
}

/** Both learn that it has ended. */
export function toldEnded(context: Ctx<object>): Step[] {
  const { ended } = context.record.standing;
  return [...toChildren(context, 'receive-ending', { ended }), ...toCases(context)];
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
