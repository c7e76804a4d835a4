import { fileURLToPath } from 'node:url';
import { isNewEnough, runUnderNewNode } from './bootstrap/node-runtime.mjs';
import { PlainError } from './bootstrap/progress.mjs';

// This file and what it imports run on any Node from 18; a verb is loaded only under the Node that it needs.
const VERBS = {
  start: () => import('./start/start.mjs').then(({ start }) => start),
  test: () => import('./test/test.mjs').then(({ test }) => test),
  build: () => import('./verbs.mjs').then(({ buildAll }) => buildAll),
  check: () => import('./check/check.mjs').then(({ check }) => check),
  mase: () => import('./verbs.mjs').then(({ mase }) => mase),
  docs: () => import('./verbs.mjs').then(({ docs }) => docs),
  bench: () => import('./verbs.mjs').then(({ bench }) => bench),
  soak: () => import('./verbs.mjs').then(({ soak }) => soak),
};

// Started by an older Node: when that one is killed, this one ends too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

async function main([verb = '', ...args]) {
  if (!Object.hasOwn(VERBS, verb)) {
    throw new PlainError(`Say what to do: node scripts/run.mjs ${Object.keys(VERBS).join(' | ')}`);
  }
  if (!isNewEnough(process.versions.node))
    return runUnderNewNode(fileURLToPath(import.meta.url), [verb, ...args]);
  const run = await VERBS[verb]();
  return run(args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof PlainError ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
