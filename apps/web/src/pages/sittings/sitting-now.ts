import { stateWords } from '../../changed-words.js';
import { momentWords } from '../../date-words.js';
import type { Changed } from '../../page.js';
import type { SittingView } from './sitting.js';

/** A sitting as it is now, for somebody whose form was overtaken. */
export function sittingNow(sitting: SittingView): { label: string; text: string }[] {
  const { state, items, attendance, papersIssuedAt, minutesVersion } = sitting;
  const present = attendance.filter((row) => row.attendance === 'present').length;
  return [
    { label: 'Where it stands', text: stateWords(state) },
    { label: 'Agenda', text: items.map(({ name }, at) => `${at + 1}. ${name}`).join(' ') || 'No items yet' },
    { label: 'Papers', text: papersIssuedAt ? `Issued on ${momentWords(papersIssuedAt)}` : 'Not issued yet' },
    {
      label: 'Attendance',
      text: attendance.length > 0 ? `${present} of ${attendance.length} present` : 'Not recorded yet',
    },
    { label: 'Minutes', text: minutesVersion > 0 ? `Version ${minutesVersion}` : 'None yet' },
  ];
}

/** What happened to a sitting after a moment, newest first. */
export function sittingSince(sitting: SittingView, since: string): Changed['since'] {
  const { minutes, papersIssuedAt, items, names } = sitting;
  const news: Changed['since'] = minutes.map(({ version, at, authorId }) => ({
    text: `Minutes, version ${version}`,
    by: names[authorId ?? ''] ?? null,
    at,
  }));
  if (papersIssuedAt) news.push({ text: 'The papers were issued', by: null, at: papersIssuedAt });
  for (const { name, openedAt, decision } of items) {
    if (openedAt) news.push({ text: `The item of ${name} was opened`, by: null, at: openedAt });
    if (decision) news.push({ text: `The item of ${name} was decided`, by: null, at: decision.at });
  }
  return news.filter(({ at }) => at > since).sort((one, other) => other.at.localeCompare(one.at));
}
