import { dateWords } from '../../date-words.js';
import type { CaseView } from './case-view.js';
import { suspensionWords } from './casework-words.js';

/** Who looks again, by the latest entry that names somebody. */
function ownerOf(written: CaseView['written']): string {
  const named = written
    .filter(({ body }) => typeof body.ownerName === 'string')
    .sort((one, other) => other.at.localeCompare(one.at));
  return String(named[0]?.body.ownerName ?? 'The owner');
}

/** Why and since when a case is suspended, the expected release, who looks again and when; null where it is not. */
export function suspensionLine({ standing, written, clocks = [] }: CaseView): string | null {
  const suspension = standing?.suspension;
  if (!suspension) return null;
  const { reason, at, expected } = suspension;
  const due = clocks.find(({ rule }) => rule === 'suspension-check')?.due;
  return [
    `${suspensionWords[reason] ?? reason}. The work has waited since ${dateWords(at)}.`,
    expected
      ? `Release or return is expected on ${dateWords(expected)}.`
      : 'The release or return is not known yet.',
    due ? `${ownerOf(written)} looks again by ${dateWords(due)}.` : '',
    'Contact, actions and dates run on.',
  ]
    .filter(Boolean)
    .join(' ');
}
