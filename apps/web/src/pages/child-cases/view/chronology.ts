import type { CaseView, Entry } from '../case-view.js';
import { entryLines, entryTitle, quotation } from '../entry-words.js';
import { explained } from '../explained.js';

/** An entry as the chronology shows it. */
export interface Told {
  id: string;
  title: string;
  happened: string;
  recorded: string;
  /** Whether it was recorded on another day than it happened. */
  later: boolean;
  by: string | null;
  words: string | null;
  lines: { label: string; text: string }[];
  wrong: boolean;
  correction: string | null;
  /** Who corrected it: the words are not all of whoever wrote the entry. */
  correctedBy: string | null;
  correctable: boolean;
  /** Of the latest assessment: how its suggestion was reached. */
  explained: ReturnType<typeof explained>;
  /** Of an earlier one: that a page of its own says so. */
  explains: boolean;
}

const silent = ['receipt', 'to-find-out'];

const authorOf = (entry: Entry, names: CaseView['names']): string | null =>
  typeof entry.body.by === 'string' ? entry.body.by : (names?.[entry.authorId ?? ''] ?? null);

/** An entry without what only the page of its case shows beside it. */
export function toldShort(entry: Entry, names: CaseView['names']) {
  const { happened, at: recorded, wrong } = entry;
  return {
    id: entry.id,
    title: entryTitle(entry),
    happened,
    recorded,
    later: happened.slice(0, 10) !== recorded.slice(0, 10),
    by: authorOf(entry, names),
    words: quotation(entry),
    lines: entryLines(entry, names),
    wrong,
  };
}

function told(
  entry: Entry,
  view: CaseView,
  { mayCorrect, latest }: { mayCorrect: boolean; latest: string | undefined },
): Told {
  const correction = entry.body.correction as { reason?: string; by?: string } | undefined;
  return {
    ...toldShort(entry, view.names),
    correction: correction?.reason ?? null,
    correctedBy: correction?.by ?? null,
    correctable: mayCorrect && !entry.wrong,
    explained: entry.id === latest ? explained(entry, view, 4) : null,
    explains: entry.kind === 'assessment' && Boolean(entry.body.result),
  };
}

/** What happened, latest first by when it happened, each with when it was recorded and by whom: so many, and how many there are. */
export function chronology(view: CaseView, most?: number): { shown: Told[]; total: number } {
  const mayCorrect = (view.allowed ?? []).some(
    ({ command, available }) => available && command.endsWith('/correct-record'),
  );
  const all = view.written
    .filter(({ kind }) => !silent.includes(kind))
    .sort((one, other) => other.happened.localeCompare(one.happened) || other.at.localeCompare(one.at));
  const latest = all.find(({ kind, wrong }) => kind === 'assessment' && !wrong)?.id;
  const shown = all.slice(0, most).map((entry) => told(entry, view, { mayCorrect, latest }));
  return { shown, total: all.length };
}

/** The child's own words, newest first: so many, and whether there are more in the chronology. */
export function childsWords(view: CaseView, most: number) {
  const all = chronologyViews(view).flatMap(({ body, happened }) =>
    typeof body.words === 'string' ? [{ words: body.words, how: String(body.how ?? ''), happened }] : [],
  );
  return { shown: all.slice(0, most), more: all.length > most };
}

function chronologyViews(view: CaseView): Entry[] {
  const views = view.written.filter(
    ({ kind, wrong, body }) => kind === 'view' && !wrong && body.of === 'child',
  );
  return views.sort((one, other) => other.happened.localeCompare(one.happened));
}
