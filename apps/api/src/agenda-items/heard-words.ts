import type { OpenedRecord } from '@mase/store';
import { writtenView } from '../written-view.js';

/** What the child said last, in the child's own words. */
export interface HeardWords {
  words: string;
  how: string | null;
  happened: string;
}

/** The child's latest own words on a case, as its reader may see them; null where none are recorded or the reader may not. */
export function heardWords(opened: Pick<OpenedRecord, 'written'> | null): HeardWords | null {
  const views = writtenView(opened?.written ?? []).filter(
    ({ kind, wrong, body }) =>
      kind === 'view' && !wrong && (body as { of?: string }).of === 'child' && 'words' in body,
  );
  const last = views.sort((one, other) => other.happened.localeCompare(one.happened))[0];
  if (!last) return null;
  const { words, how } = last.body as { words: string; how?: string };
  return { words, how: how ?? null, happened: last.happened };
}
