import type { AgencyView } from '../../teams.js';

/** How many came from where; an agency on the books by its id besides its name. */
export interface AttendedLine {
  from: string;
  agencyId?: string;
  n: number;
}

/**
 * Who came, as it was typed, one on each line: from where, a colon, the number. A name of an agency on the books is known
 * whatever its capitals. `unread` are the lines, from 1, on which no whole number above nought can be told from its words.
 */
export function attendedTyped(
  text: string,
  agencies: readonly Pick<AgencyView, 'id' | 'name'>[],
): { attended: AttendedLine[]; unread: number[] } {
  const attended: AttendedLine[] = [];
  const unread: number[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, from = '', n = ''] = /^(.*\S)\s*:\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\s*$/.exec(line.trim()) ?? [];
    const count = Number(n.replaceAll(',', ''));
    if (from === '' || count < 1) unread.push(place + 1);
    else {
      const agency = agencies.find(({ name }) => name.toLowerCase() === from.toLowerCase());
      attended.push({ from: agency?.name ?? from, ...(agency ? { agencyId: agency.id } : {}), n: count });
    }
  }
  return { attended, unread };
}
