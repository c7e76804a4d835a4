import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../bootstrap/paths.mjs';

const workflow = join(ROOT, 'packages/workflow/src');
const words = readFileSync(join(ROOT, 'packages/workflow/src/messages/message-words.ts'), 'utf8');

it('every message that a rule sends has words', () => {
  const files = readdirSync(workflow, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^testing/.test(name));
  const kinds = sources.flatMap((name) =>
    [...readFileSync(join(workflow, name), 'utf8').matchAll(/do: 'send',\s*kind: '([a-z0-9-]+)'/g)].map(
      ([, kind]) => kind as string,
    ),
  );
  expect(kinds.length).toBeGreaterThan(30);
  expect([...new Set(kinds)].filter((kind) => !words.includes(`'${kind}':`))).toEqual([]);
});
