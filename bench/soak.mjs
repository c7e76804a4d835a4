import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@mase/store';
import { prepareTemplate, runTamperings, runWriters } from '@mase/store/testing';
import { runRandomCommands } from '@mase/workflow/testing';
import { killUnderLoad } from './kill.mjs';

/** Runs work on a PostgreSQL of its own, with the migrated template of the tests. */
async function onServer(work) {
  const folder = mkdtempSync(join(tmpdir(), 'mase-soak-'));
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    settings: { max_connections: '120' },
  });
  try {
    await prepareTemplate(server.url);
    return await work(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function longTest(file, settings) {
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout', '3600000', file],
    { env: { ...process.env, ...settings }, stdio: 'inherit' },
  );
  if (run.status !== 0) throw new Error(`${file} failed`);
}

// The long runs: a million random commands, many kills, a thousand tamperings, many writers, a million rows read, many
// generated requests. Names on the
// command line pick some of them; without one, all run, one after the other, and the first failure ends with 1.
const runs = {
  /** T5: never outside the chart, no promise of the workflow broken. */
  commands: () => {
    const seed = Number(process.env.MASE_SOAK_SEED ?? Date.now() % 1_000_000);
    const count = Number(process.env.MASE_SOAK_COMMANDS ?? 1_000_000);
    console.log(`random commands: ${count}, seed ${seed}`);
    console.log(JSON.stringify(runRandomCommands({ seed, count })));
  },
  /** T1: nothing acknowledged is lost or doubled. */
  kills: async () => {
    const seen = await killUnderLoad({ commands: 3000, kills: 60 });
    console.log(JSON.stringify(seen));
    if (seen.lost + seen.doubled + seen.left > 0)
      throw new Error('an acknowledged command was lost or doubled');
  },
  /** T14: a thousand tamperings with sealed rows, all found. */
  tampering: async () => {
    const seed = Number(process.env.MASE_SOAK_SEED ?? Date.now() % 1_000_000);
    const count = Number(process.env.MASE_SOAK_TAMPERINGS ?? 1000);
    const report = await onServer((url) => runTamperings(url, { count, seed }));
    console.log(JSON.stringify(report));
    if (report.missed.length > 0) throw new Error('a tampering was not found');
  },
  /** T14: thirty-two writers for a minute beside sealer and verification: no false alarm; prints the unsealed window. */
  writers: async () => {
    const report = await onServer((url) => runWriters(url, { seconds: 60, writers: 32 }));
    console.log(JSON.stringify(report));
    if (report.faults.length > 0) throw new Error('verification raised a false alarm');
  },
  /** T15 among them: a million rows of a return in constant memory, and 120,000 generated requests to every route. */
  tests: () => {
    const env = { ...process.env, MASE_SOAK_ROWS: '1000000', MASE_GENERATED_ROUNDS: '70' };
    const files = ['packages/exchange', 'apps/api/src/generated-requests.test.ts'];
    const run = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout', '3600000', ...files],
      { env, stdio: 'inherit' },
    );
    if (run.status !== 0) throw new Error('the long tests failed');
  },
  /**
   * T8: after three days down, among 300,000 cases with a running clock each, due one after the other over thirty days, a third
   * of them overdue before: a tenth comes due in the three days. Prints clocks read and seconds.
   */
  reminders: () =>
    longTest('packages/store/src/mail/remind-at-size.test.ts', {
      MASE_SOAK_REMINDERS: process.env.MASE_SOAK_REMINDERS ?? '300000',
      MASE_SOAK_REMINDER_DAYS: process.env.MASE_SOAK_REMINDER_DAYS ?? '30',
    }),
  /** T9: 200 people over ten connections get nothing of one another, 100,000 requests long. */
  bleeds: () => longTest('apps/api/src/bleeds.test.ts', { MASE_BLEED_REQUESTS: '100000' }),
  /** T2: a lost connection and a serialization failure, each at every statement of every command. */
  commits: () => longTest('apps/api/src/no-success-without-commit.test.ts', { MASE_SOAK_COMMITS: 'all' }),
  /** T12: every view asked of every record, also of those that it is not for, by every reader. */
  withheld: () => longTest('apps/api/src/withheld.test.ts', { MASE_SOAK_WITHHELD: 'all' }),
  /** T12: many pages of each kind and every record opened outright by every reader profile. */
  canaries: () => longTest('apps/web/src/canaries.test.ts', { MASE_SOAK_CANARIES: 'all' }),
  /** T11: every command of every role, of every record of each kind. */
  rights: () => longTest('apps/api/src/rights-matrix.test.ts', { MASE_SOAK_RIGHTS: 'all' }),
  /** Eleven recipients of a sitting of 25 children, 8 persons and 5 places: 0 over, 0 under, every PDF sound. */
  papers: () => longTest('apps/api/src/packs/eleven-recipients.test.ts', { MASE_SOAK_PAPERS: 'whole' }),
  /** Every command asked in every wrong way, and every view of every record of the journey. */
  matrix: () => longTest('apps/api/src/command-matrix.test.ts', { MASE_SOAK_WITHHELD: 'all' }),
  /** Every page that a link leads anybody to, and in a browser with every rule of accessibility. */
  pages: () => longTest('apps/web/src/every-page.test.ts', { MASE_SOAK_PAGES: 'all' }),
  /** T18: site, api and session end at random moments of typing, twenty times each. */
  drafts: () => longTest('apps/web/src/killed-drafts.test.ts', { MASE_SOAK_DRAFTS: '20' }),
  /** What is allowed, for everybody at every record of a busy partnership. */
  allowed: () => longTest('packages/workflow/src/testing/replay.test.ts', { MASE_SOAK_ALLOWED: 'all' }),
  /** The demonstration, loaded on more days of the year. */
  demonstration: () => longTest('apps/api/src/demonstration/load.test.ts', { MASE_SOAK_DAYS: 'all' }),
  /** A whole made-up year: what was planted among 9,000 links is found, and nothing else. */
  year: () => longTest('apps/api/src/links/generated-year.test.ts', { MASE_SOAK_YEAR: 'whole' }),
  /** A children in need census of 200 MB through the api, from the upload to the books: memory, and the time it takes. */
  census: () => longTest('apps/api/src/imports/census-size.test.ts', { MASE_SOAK_CENSUS_MEGABYTES: '200' }),
  /** T10: workflow and database say the same of who sees what, 100,000 times, every line of the rules a hundred times. */
  policy: () => longTest('packages/store/src/policy-agreement.test.ts', { MASE_POLICY_TRIPLES: '100000' }),
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(runs)) {
  const run = runs[name];
  if (!run) throw new Error(`There is no run named ${name}: ${Object.keys(runs).join(', ')}`);
  await run();
}
