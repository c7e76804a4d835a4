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

/** A state in words; where a record stands in two ways at once, as a case does with its work and before its panel, both. */
export function stateWords(state: unknown): string {
  const { work, ...besides } = (typeof state === 'string' ? { work: state } : (state ?? {})) as {
    work?: string;
  };
  const parts = [work, ...Object.values<string>(besides)].filter((one) => one !== undefined);
  const [first = 'Not known', ...others] = parts.map((one) => stateLabels[one] ?? labelOf(one));
  return [first, ...others.map((one) => one.charAt(0).toLowerCase() + one.slice(1))].join(', ');
}
