import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import { adultOnHeld, type StrandRecordStanding } from './standing.js';

interface Aged {
  birthDate?: string | null;
  age?: { from: number; to: number | null; on: string } | null;
}

/** How old the person of a record is, as it says itself: “born on Saturday 29 February 1992”, “15 to 17 years, estimated on …”. */
function ageWords(standing: StrandRecordStanding): string {
  const { birthDate, age } = standing as Aged;
  if (birthDate) return `born on ${dayWords(birthDate)}`;
  if (!age) return 'of unknown age';
  return `${age.from}${age.to ? ` to ${age.to}` : ' or older'} years, estimated on ${dayWords(age.on)}`;
}

/** Where one of the two is a child and the other an adult, or their birth dates differ, somebody says how they are one. */
export function ageFaults(
  { record, payload, at, profile }: Context<StrandRecordStanding, { ageReasons?: string }>,
  other: StoredRecord<StrandRecordStanding>,
): Fault[] {
  const [one, two] = [adultOnHeld(record.standing), adultOnHeld(other.standing)];
  if (!one || !two || one === two || payload.ageReasons) return [];
  const today = localDate(at, profile.timeZone);
  const isOneAChild = today < one !== today < two;
  const areBothDated = [record, other].every(
    ({ standing }) => (standing as { birthDate?: unknown }).birthDate,
  );
  if (!isOneAChild && !areBothDated) return [];
  const [own, others] = [record, other].map(({ standing }) => ageWords(standing));
  const detail = `The two records say different ages: this one ${own}, the other ${others}. Say how they can be one person: the younger age stands from then on.`;
  return [{ pointer: '/ageReasons', code: 'asked', detail }];
}
