import { localDate, type PartnerFiguresStanding, type TallyLine } from '@mase/workflow';

const stands = ['late', 'waiting', 'received', 'received-late'] as const;

function standOf({ given, due, firstDue }: PartnerFiguresStanding, today: string, timeZone: string) {
  if (!given) return due !== null && due < today ? 'late' : 'waiting';
  return firstDue !== null && localDate(given.at, timeZone) > firstDue ? 'received-late' : 'received';
}

/**
 * What agencies were asked for, by how it stands and by agency: late where its day is over, waiting until then, received
 * by the day that was set first or after it.
 */
export function returnTally(
  asked: readonly PartnerFiguresStanding[],
  { today, timeZone }: { today: string; timeZone: string },
): TallyLine[] {
  const all = asked.map((one) => ({ by: standOf(one, today, timeZone), code: one.agencyName }));
  return stands.flatMap((by) => {
    const agencies = all.filter((one) => one.by === by).map(({ code }) => code);
    return [...new Set(agencies)]
      .sort()
      .map((code) => ({ by, code, n: agencies.filter((one) => one === code).length }));
  });
}
