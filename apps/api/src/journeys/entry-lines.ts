import type { JourneyEntry, SheetFact } from '@mase/documents';
import { labelOf } from '@mase/workflow/words';
import { isDay } from '../day.js';
import { idPattern, isInstant } from '../fields.js';

/** What fields of entries are called, where their own name does not say it. */
const labels: { [field: string]: string } = {
  seenOrSaid: 'What was seen or said',
  words: 'In their own words',
  how: 'How',
  whyNot: 'Why not',
  seenAlone: 'Seen alone',
  said: 'What was said',
  immediateDanger: 'Immediate danger',
  policeView: 'Police view',
  policeViewText: 'Police view',
  what: 'What',
  who: 'Who',
  when: 'When',
  of: 'Of whom',
  with: 'With whom',
};

/** Fields that say what the entry's title says, name accounts and records, or are of use to the program alone. */
const silent = new Set([
  ...[
    'by',
    'version',
    'kind',
    'id',
    'actions',
    'answers',
    'instrument',
    'explanation',
    'result',
    'harm',
    'digest',
  ],
  ...['teamId', 'entry', 'questions', 'sources', 'recipients', 'order', 'since', 'start'],
]);

const code = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** How days are printed: as dates, or counted from the first. */
export type DayWords = (day: string) => string;

/** Of entries that hold a whole form, what a journey tells of them; the form is read on the screen. */
const told: { [kind: string]: readonly string[] } = {
  assessment: ['proposed', 'reasons', 'analysis', 'divergence'],
  'blind-assessment': ['proposed', 'reasons'],
  plan: ['reasons', 'gaps'],
  grade: ['grade', 'reasons', 'dissent'],
};

/** What was written in an entry, each field a label and its words, in the order in which it was written. */
export function entryLines(body: object, day: DayWords, kind = ''): JourneyEntry['lines'] {
  return Object.entries(body).flatMap(([field, value]): SheetFact[] => {
    if (silent.has(field) || /Ids?$/.test(field) || (told[kind] && !told[kind].includes(field))) return [];
    const words = wordsOf(value, day);
    return words ? [{ label: labels[field] ?? sentence(field), words }] : [];
  });
}

function wordsOf(value: unknown, day: DayWords): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const plain = value.filter((one) => typeof one === 'string');
    return plain.flatMap((one) => wordsOf(one, day) ?? []).join('; ') || null;
  }
  if (typeof value === 'object' && value !== null) {
    const plain = Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one !== 'object'));
    const lines = entryLines(plain, day).map(({ label, words }) => `${label}: ${words}`);
    return lines.join('; ') || null;
  }
  if (typeof value !== 'string' || value === '' || idPattern.test(value)) return null;
  // What somebody wrote may look like a day and be none.
  if (isInstant(value) || isDay(value)) return day(value);
  return code.test(value) ? labelOf(value) : value;
}

/** "Police level" for "policeLevel". */
function sentence(field: string): string {
  const words = field.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
