import { localDate } from '../clocks/time-zone.js';
import type { Context, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { MeasureNews } from '../protections/standing.js';
import type { Step } from '../topic.js';
import type { ConsiderMeasurePayload, GrantPayload, ServePayload, VaryPayload } from './payloads.js';
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

/** Tells the cases of the person or place how many measures are in force there, and how many breaches the year had. */
function toCases({ locked, record, at, profile }: Ctx<object>): Step[] {
  const since = monthsBefore(localDate(at, profile.timeZone), breachMonths);
  const all = [record as StoredRecord, ...locked.filter((one) => one.id !== record.id)].filter(
    ({ kind, parentId }) => kind === 'disruptionMeasure' && parentId === record.parentId,
  );
  const breaches = all.flatMap(({ standing }) => (standing as MeasureStanding).breaches);
  const inForce = all.filter(({ standing }) => {
    const { granted, served, ended } = standing as MeasureStanding;
    return (granted !== null || served !== null) && ended === null;
  });
  const orders = { inForce: inForce.length, breached: breaches.filter((day) => day >= since).length };
  const kinds: readonly string[] = ['personCase', 'locationCase'];
  return locked
    .filter(({ kind, parentId }) => kinds.includes(kind) && parentId === record.parentId)
    .map(({ kind, id }) => ({ record: { kind, id }, event: 'receive-counts', payload: { orders } }));
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

/** The cases learn of a breach. */
export const toldBreach = toCases;
