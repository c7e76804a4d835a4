import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type AskedParameter, askedAtLength } from './list-questions.js';

const described = JSON.parse(
  readFileSync(new URL('../../../../docs/api/openapi.json', import.meta.url), 'utf8'),
).paths as { [path: string]: { get?: { parameters?: AskedParameter[] } } };

it('every list and report of the description is asked with all that it requires', () => {
  const lists = Object.entries(described).filter(([path, { get }]) => get && !path.includes('{'));
  expect(lists.length).toBeGreaterThan(60);
  for (const [path, { get }] of lists)
    expect(() => askedAtLength(path, get?.parameters ?? [], { childId: 'c', personId: 'p' })).not.toThrow();
});
