import { isChildOn, type StrandCaseStanding } from '../strand-cases/standing.js';
import type { AgendaItemStanding } from './standing.js';

type Called = Pick<AgendaItemStanding, 'caseKind' | 'reference' | 'name'>;
type Case = Pick<StrandCaseStanding, 'name' | 'adultOn' | 'printing'>;

/**
 * What an item is called to somebody who reads so much of its case: a person of concern by name only to whoever reads
 * the case, and a person who is a child by the reference until the chair lets a sheet be printed. `day` is a local date.
 */
export function nameOfItem({ caseKind, name }: Called, about: Case | null, day: string): string {
  if (caseKind !== 'personCase' || !about) return name;
  return isChildOn(about, day) && !about.printing ? name : about.name;
}

/** What the minutes call an item, to everybody alike: they are filed and read long after, so no person of concern is named. */
export function minutedAs({ caseKind, reference, name }: Called): string {
  return caseKind === 'personCase' ? `Person of concern ${reference}` : name;
}
