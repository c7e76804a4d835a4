import { graceUntil, membersUntil } from '../grace.js';
import type { ContentClass, Reader, StoredRecord } from '../model.js';
import { memberPrincipals } from '../panels/standing.js';
import { attendeeReaders } from './change-item.js';
import type { AgendaItemStanding } from './standing.js';

/** Who records a sitting: the chairs and the coordinator. */
export const recordersOfSitting = ['chair', 'deputy-chair', 'coordinator'] as const;

const disruptionReaders = ['chair', 'deputy-chair', 'auditor', 'senior'] as const;

/** Who withdrew from an item, and why, is for the chairs and the Caldicott guardian. */
const connectionReaders = ['chair', 'deputy-chair', 'caldicott-guardian'] as const;

/** Those who answer a request for access, which covers what was decided about a child. */
const answerers = ['information-governance', 'caldicott-guardian'];

/**
 * Who reads an item: members and substitutes until the minutes that tell of it are agreed, and 28 days from its own
 * end at the least; whoever was to attend an item that was taken off for 28 days more; the chairs, the coordinator and
 * those who oversee always. An observer reads none; who reads the sitting as one is told there how many it has.
 */
export function itemReaders(record: StoredRecord<AgendaItemStanding>): Reader[] {
  const { standing } = record;
  const { minutedAt, decision, returned, takenOff } = standing;
  const until = minutedAt ? membersUntil(decision?.at ?? returned ?? minutedAt, minutedAt) : null;
  const line = (role: string, of: ContentClass, end: string | null = null): Reader => ({
    principal: `role:${role}`,
    class: of,
    until: end,
  });
  return [
    ...[...recordersOfSitting, ...answerers, 'auditor', 'senior'].map((role) => line(role, 'sheet')),
    ...memberPrincipals(standing).map((principal): Reader => ({ principal, class: 'sheet', until })),
    ...attendeeReaders(record, takenOff && returned ? graceUntil(returned) : until),
    ...disruptionReaders.map((role) => line(role, 'disruption')),
    ...connectionReaders.map((role) => line(role, 'restricted')),
    // The history asks for the class of the whole case; no row of an item has it.
    ...['auditor', 'information-governance', 'senior'].map((role) => line(role, 'case')),
  ];
}
