import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../bootstrap/paths.mjs';
import { packageFolders } from '../bootstrap/stamp.mjs';
import { findBrokenWalls } from './walls.mjs';

type Broken = { wall: string; from: string; to: string };

/** Every wall with an import that breaks it: [wall, where it stands, what it says]. */
const PLANTED: [wall: string, folder: string, line: string][] = [
  ['workflow-not-store', 'packages/workflow', "import '@mase/store';"],
  ['workflow-not-documents', 'packages/workflow', "import '../../documents/src/index.js';"],
  ['workflow-not-exchange', 'packages/workflow', "import '../../exchange/src/index.js';"],
  ['workflow-not-api', 'packages/workflow', "import type {} from '../../../apps/api/src/index.js';"],
  ['workflow-not-web', 'packages/workflow', "import '../../../apps/web/src/index.js';"],
  ['documents-not-store', 'packages/documents', "import type {} from '../../store/src/index.js';"],
  ['documents-not-exchange', 'packages/documents', "import '../../exchange/src/index.js';"],
  ['documents-not-api', 'packages/documents', "import '../../../apps/api/src/index.js';"],
  ['documents-not-web', 'packages/documents', "import '../../../apps/web/src/index.js';"],
  ['exchange-not-store', 'packages/exchange', "export * from '../../store/src/index.js';"],
  ['exchange-not-documents', 'packages/exchange', "import '../../documents/src/index.js';"],
  ['exchange-not-api', 'packages/exchange', "import '../../../apps/api/src/index.js';"],
  ['exchange-not-web', 'packages/exchange', "import '../../../apps/web/src/index.js';"],
  ['store-not-documents', 'packages/store', "import '../../documents/src/index.js';"],
  ['store-not-exchange', 'packages/store', "await import('../../exchange/src/index.js');"],
  ['store-not-api', 'packages/store', "import '../../../apps/api/src/index.js';"],
  ['store-not-web', 'packages/store', "import '../../../apps/web/src/index.js';"],
  ['api-not-web', 'apps/api', "import '../../web/src/index.js';"],
  ['web-not-documents', 'apps/web', "import '../../../packages/documents/src/index.js';"],
  ['web-not-exchange', 'apps/web', "import '../../../packages/exchange/src/index.js';"],
  ['web-not-api', 'apps/web', "import '../../api/src/index.js';"],
  ['web-not-store', 'apps/web', "import type {} from '../../../packages/store/src/index.js';"],
  ['web-only-words-of-workflow', 'apps/web', "import '@mase/workflow';"],
  ['documents-only-types-of-workflow', 'packages/documents', "import '@mase/workflow';"],
  ['exchange-only-types-of-workflow', 'packages/exchange', "import { index } from '@mase/workflow'; index;"],
  ['workflow-pure-of-builtins', 'packages/workflow', "import 'node:fs';"],
  ['workflow-only-xstate-and-temporal', 'packages/workflow', "import 'fast-check';"],
  ['xstate-owned-by-workflow', 'packages/store', "import 'xstate';"],
  ['typeorm-owned-by-store', 'apps/api', "import 'pg';"],
  ['fastify-owned-by-api-and-web', 'packages/store', "import 'fastify';"],
  ['class-validator-owned-by-api', 'packages/exchange', "import 'class-validator';"],
  ['handlebars-owned-by-documents-and-web', 'apps/api', "import 'handlebars';"],
  ['myriaddreamin-owned-by-documents', 'apps/api', "import '@myriaddreamin/typst-ts-node-compiler';"],
  ['csv-parse-owned-by-exchange', 'apps/api', "import 'csv-parse';"],
  ['govuk-frontend-owned-by-web', 'packages/documents', "import 'govuk-frontend';"],
  ['no-relative-path-across-packages', 'apps/api', "import '../../../packages/store/src/index.js';"],
  ['product-not-scripts', 'packages/store', "import '../../../scripts/launcher.js';"],
  ['no-cycles', 'packages/store', "import './round-and-round.js';"],
  ['no-unresolvable', 'packages/store', "import './nowhere.js';"],
];

/** What the walls allow: nothing of it may be reported. */
const ALLOWED: [folder: string, line: string][] = [
  ['packages/workflow', "import 'xstate'; import 'temporal-polyfill';"],
  ['packages/store', "import 'pg'; import 'typeorm'; import 'node:fs'; import '@mase/workflow';"],
  [
    'packages/documents',
    "import 'handlebars'; import type { index } from '@mase/workflow'; export type A = typeof index;",
  ],
  [
    'packages/exchange',
    "import 'csv-parse'; import type { index } from '@mase/workflow'; export type A = typeof index;",
  ],
  [
    'apps/api',
    "import '@mase/store'; import '@mase/documents'; import '@mase/exchange'; import '@mase/workflow'; import 'fastify';",
  ],
  ['apps/web', "import '@mase/workflow/words'; import 'fastify'; import 'handlebars';"],
];

let root: string;
let broken: Broken[];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'mase-walls-')));
  for (const folder of packageFolders(ROOT)) copyPackage(folder);
  put('scripts/launcher.ts', 'export const launcher = 1;');
  put('packages/store/src/round-and-round.ts', `import './planted-${wallNumber('no-cycles')}.js';`);
  for (const [number, [, folder, line]] of PLANTED.entries()) {
    put(`${folder}/src/planted-${number}.ts`, `${line}\nexport const planted = 1;`);
  }
  for (const [folder, line] of ALLOWED) put(`${folder}/src/allowed.ts`, `${line}\nexport const allowed = 1;`);
  ({ broken } = await findBrokenWalls(root));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const wallNumber = (wall: string) => PLANTED.findIndex(([name]) => name === wall);

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The package as other packages see it: its real manifest and dependencies, and a small source for each of its entries. */
function copyPackage(folder: string): void {
  const place = relative(ROOT, folder);
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  put(`${place}/package.json`, manifest);
  for (const { source } of Object.values(
    JSON.parse(manifest).exports as Record<string, { source: string }>,
  )) {
    put(join(place, source), 'export const index = 1;');
  }
  linkDependencies(join(folder, 'node_modules'), join(root, place, 'node_modules'));
}

function linkDependencies(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    if (name.startsWith('@')) {
      linkDependencies(join(from, name), join(to, name));
      continue;
    }
    const target = realpathSync(join(from, name));
    const workspace = target.startsWith(`${ROOT}/`) && !target.includes('node_modules');
    symlinkSync(workspace ? join(root, relative(ROOT, target)) : target, join(to, name));
  }
}

test.each(PLANTED)('the wall %s is seen broken by an import planted in %s: %s', (wall, folder) => {
  const from = `${folder}/src/planted-${wallNumber(wall)}.ts`;
  expect(broken.filter((one) => one.from === from || wall === 'no-cycles').map((one) => one.wall)).toContain(
    wall,
  );
});

test('every wall has a planted import', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: { name: string }[];
  };
  expect(forbidden.map(({ name }) => name).sort()).toEqual(PLANTED.map(([wall]) => wall).sort());
});

test('what the walls allow is not reported', () => {
  expect(broken.filter(({ from }) => from.endsWith('allowed.ts'))).toEqual([]);
});

test('all walls of this source tree stand', async () => {
  const real = await findBrokenWalls(ROOT);
  expect(real.broken).toEqual([]);
  expect(real.modules).toBeGreaterThan(10);
});

test('reading no modules is an error, not a success', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'mase-nothing-'));
  cpSync(join(root, 'packages/store/package.json'), join(empty, 'packages/store/package.json'));
  mkdirSync(join(empty, 'packages/store/src'), { recursive: true });
  await expect(findBrokenWalls(empty)).rejects.toThrow(/read no modules/);
  rmSync(empty, { recursive: true });
});
