import { expect, it } from 'vitest';
import { entryLines } from './entry-lines.js';

it('days are printed as days, and words that look like a day as they were written', () => {
  const body = {
    met: '2026-11-20',
    called: '2026-11-20T09:30:00Z',
    said: '9999-99-99',
    words: '2026-11-20Tomorrow',
    heard: ['2026-02-30', '2026-02-28'],
  };
  const lines = entryLines(body, (day) => `on ${day.slice(0, 10)}`);
  expect(lines.map(({ words }) => words)).toEqual([
    'on 2026-11-20',
    'on 2026-11-20',
    '9999-99-99',
    '2026-11-20Tomorrow',
    '2026-02-30; on 2026-02-28',
  ]);
});
