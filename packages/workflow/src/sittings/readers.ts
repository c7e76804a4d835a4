import { graceUntil, membersUntil } from '../grace.js';
import type { ContentClass, Reader, StoredRecord } from '../model.js';
import { memberPrincipals } from '../panels/standing.js';
import { longest } from '../readers.js';
import type { SittingStanding } from './standing.js';

const always = ['coordinator', 'chair', 'deputy-chair', 'auditor', 'senior'].map((role) => `role:${role}`);

/**
 * Until when members and substitutes read: without end while the sitting is to come or its minutes are to be agreed,
 * which the next sitting does; then 28 days from its end.
 */
function untilFor({ state, standing }: StoredRecord<SittingStanding>): {
  members: string | null;
  observers: string | null;
} {
  const { endedAt = standing.endsAt, minutedAt = endedAt } = standing;
  switch (state) {
    case 'cancelled':
      return { members: graceUntil(endedAt), observers: graceUntil(endedAt) };
    case 'minutesDrafted':
      return { members: null, observers: graceUntil(endedAt) };
    case 'minutesAgreed':
      return { members: membersUntil(endedAt, minutedAt), observers: graceUntil(endedAt) };
    default:
      return { members: null, observers: null };
  }
}

/** Who observes it; every observer while nobody has said who does: then nothing stands on it but when and where it is. */
const observing = ({ observers }: SittingStanding): string[] =>
  observers?.map((id) => `user:${id}`) ?? ['role:observer'];

/**
 * Who reads a sitting: its office and chairs and those who oversee always, members, substitutes and those who observe it
 * for its time. Whoever comes for an item alone, or has its letter without a seat, knows that it is, when and where, and reads
 * nothing that is written on it: the letter is open as long as its actions are.
 */
export function readers(record: StoredRecord<SittingStanding>): Reader[] {
  const { members, observers } = untilFor(record);
  const lines = (principal: string, until: string | null, ...classes: ContentClass[]): Reader[] =>
    classes.map((one) => ({ principal, class: one, until }));
  return [
    ...[...always, `user:${record.standing.chairId}`].flatMap((one) => lines(one, null, 'safety', 'sheet')),
    ...memberPrincipals(record.standing).flatMap((one) => lines(one, members, 'safety', 'sheet')),
    ...observing(record.standing).flatMap((one) => lines(one, observers, 'safety')),
    ...longest([
      ...(record.standing.guests ?? []).flatMap((id) => lines(`user:${id}`, observers, 'receipt')),
      ...(record.standing.addressees ?? []).flatMap((id) => lines(`user:${id}`, null, 'receipt')),
    ]),
    // The minutes about a child are part of what a request for access covers.
    ...['role:information-governance', 'role:caldicott-guardian'].flatMap((one) => lines(one, null, 'sheet')),
    // The history asks for the class of the whole case; no row of a sitting has it.
    ...['role:auditor', 'role:information-governance', 'role:senior'].flatMap((one) =>
      lines(one, null, 'case'),
    ),
  ];
}
