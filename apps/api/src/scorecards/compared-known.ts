import { sealedPosition, type Tx } from '@mase/store';
import { type ComparedKnown, instantAt, instantOf, type ScorecardDays } from '@mase/workflow';

/** The instant at which a local day is over. */
export function endOfDay(day: string, timeZone: string): string {
  const dayAfter = instantOf(Date.parse(day) + 86_400_000).slice(0, 10);
  return instantAt(dayAfter, '00:00', timeZone);
}

/**
 * Up to when the days beside are known: at the last sealed place of the ledger as long after their end (or before it,
 * where the days go on) as the days themselves are known after theirs. Where the ledger had nothing by then or by their
 * end, so that what is told of them came later, and where they end later, it is as the days themselves are known. Null
 * where there are none.
 */
export async function comparedKnown(
  tx: Tx,
  { to, compareTo, knownAt, entries }: Pick<ScorecardDays, 'to' | 'compareTo' | 'knownAt' | 'entries'>,
  timeZone: string,
): Promise<ComparedKnown | null> {
  if (!compareTo) return null;
  const [end, endBeside] = [to, compareTo].map((day) => Date.parse(endOfDay(day, timeZone)));
  const instant = instantOf(Date.parse(knownAt) + (endBeside as number) - (end as number));
  const isWithin = Date.parse(knownAt) < (end as number);
  if (instant >= knownAt) return { knownAt, entries, isAlike: instant === knownAt, isWithin };
  const began = await sealedPosition(tx, [instant, endOfDay(compareTo, timeZone)].sort()[0] as string);
  const sealed = began && (await sealedPosition(tx, instant));
  return sealed
    ? { knownAt: sealed.at, entries: sealed.entries, isAlike: true, isWithin }
    : { knownAt, entries, isAlike: false, isWithin };
}
