import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Changed } from './page.js';

/** What every record's view says of itself, and what its commands wrote. */
export interface RecordNow {
  id: string;
  version: number;
  state?: unknown;
  written?: { kind: string; at: string; authorId?: string | null; body: Record<string, unknown> }[];
  names?: Record<string, string>;
}

/** The words for what was written on a record that the labels of codes do not give. */
const titles: Record<string, string> = {
  acceptance: 'The owner accepted it',
  decline: 'The owner declined it',
  ending: 'It was ended',
  decision: 'The panel decided',
  opening: 'The item was opened',
};

/** What was written on a record after a moment, newest first, each with who wrote it where that is known. */
export function writtenSince({ written = [], names = {} }: RecordNow, since: string): Changed['since'] {
  const news = written.filter(({ at }) => at > since);
  return news.map(({ kind, at, authorId, body }) => ({
    text: titles[kind] ?? labelOf(kind),
    by: typeof body.by === 'string' ? body.by : (names[authorId ?? ''] ?? null),
    at,
  }));
}

/** A state in words. */
export function stateWords(state: unknown): string {
  return typeof state === 'string' ? (stateLabels[state] ?? labelOf(state)) : 'Not known';
}
