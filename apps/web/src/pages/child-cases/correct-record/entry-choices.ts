import { dateWords } from '../../../date-words.js';
import type { CaseView, Entry } from '../case-view.js';
import { entryLines, entryTitle } from '../entry-words.js';

const notText = new Set([
  ...['outcome', 'grade', 'proposed', 'basis', 'how', 'concern', 'kind'],
  ...['ownerName', 'workerName', 'category', 'checkBy', 'expected', 'with', 'alone', 'answered'],
]);

/** Whether an entry can be corrected: it is not corrected already, and it is no receipt. */
export function correctable({ wrong, kind }: Entry): boolean {
  return !wrong && !['receipt', 'to-find-out'].includes(kind);
}

/** The form's name for a text of an entry. */
export function fieldOfEntry(field: string): string {
  return `corrected-${field}`;
}

/** The texts of an entry that a person may set right, with their labels. */
export function textsOf(entry: Entry): { field: string; name: string; label: string; text: string }[] {
  const labels = new Map(entryLines(entry).map(({ label, text }) => [text, label]));
  return Object.entries(entry.body).flatMap(([field, text]) => {
    if (typeof text !== 'string' || notText.has(field)) return [];
    const label = field === 'words' ? 'The words' : labels.get(text);
    return label ? [{ field, name: fieldOfEntry(field), label, text }] : [];
  });
}

/** The entries of a case to choose from, newest first. */
export function entryChoices(view: CaseView): { value: string; text: string }[] {
  const entries = view.written.filter(correctable);
  return entries.map((entry) => ({
    value: entry.id,
    text: `${entryTitle(entry)}, ${dateWords(entry.happened)}`,
  }));
}
