import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { measureTable } from './measure-table.js';

const page = readFileSync(new URL('../../../../docs/disruption.md', import.meta.url), 'utf8');

it('docs/disruption.md lists every measure as the data file has it, in its order, and no other', () => {
  const [heads = [], ...rows] = measureTable();
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const start = page.indexOf(lines[0] as string);
  expect(page.slice(start).trimEnd().split('\n')).toEqual(lines);
});
