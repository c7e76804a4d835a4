import type { ChildStanding } from '../children/standing.js';
import { cawnKept, cawnNow, isCawn, isWithoutGround, lastDayAfter } from '../disruption-measures/lapse.js';
import type { MeasureStanding } from '../disruption-measures/standing.js';
import type { StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { legalOrdersOf } from './legal-orders.js';
import type { ProtectionStanding, StatusNews } from './standing.js';

type Child = Pick<ChildStanding, 'birthDate' | 'orders' | 'status'>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a notice in force stands on now, and the protection with it: reckoned for the day on which it was served, told
 * only where that changed.
 */
function noticeSteps(protection: StoredRecord, measure: StoredRecord | undefined, news: StatusNews): Step[] {
  const standing = measure?.standing as MeasureStanding | undefined;
  if (!measure || !standing || !isCawn(standing) || !standing.served || standing.ended) return [];
  const served = standing.cawn ?? cawnKept(news, standing.served.on);
  const cawn = cawnNow(news, served);
  if (isSame(cawn, standing.cawn)) return [];
  const expiresOn = lastDayAfter(standing, cawn);
  const withoutGround = isWithoutGround({ cawn });
  const step = ({ kind, id }: StoredRecord, event: string, payload: object): Step => ({
    record: { kind, id },
    event,
    payload,
  });
  return [
    step(measure, 'receive-child-status', { cawn }),
    ...(expiresOn === standing.expiresOn && withoutGround === isWithoutGround(standing)
      ? []
      : [step(protection, 'receive-measure', { expiresOn, withoutGround })]),
  ];
}

/** Tells what protects a child, and the notices behind it, of another birth date or legal status of the child. */
export function statusSteps(locked: readonly StoredRecord[], under: string, child: Child): Step[] {
  const news: StatusNews = { birthDate: child.birthDate, orders: legalOrdersOf(child) };
  const knows = ({ birthDate, orders }: ProtectionStanding) => isSame({ birthDate, orders }, news);
  const protections = locked.filter((one) => one.kind === 'protection' && one.parentId === under);
  return protections
    .filter(({ standing }) => !knows(standing as ProtectionStanding))
    .flatMap((one) => [
      { record: { kind: one.kind, id: one.id }, event: 'receive-status', payload: news },
      ...noticeSteps(
        one,
        locked.find(({ id }) => id === one.subjectId),
        news,
      ),
    ]);
}
