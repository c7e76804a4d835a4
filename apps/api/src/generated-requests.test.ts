import { chanceFrom } from '@mase/workflow/testing';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { description } from './testing/described.js';
import { routesOf } from './testing/generated-request.js';
import { isCommand, Tally } from './testing/generated-tally.js';
import { walk } from './testing/generated-walk.js';
import { aGuardedWorld } from './testing/guarded-world.js';
import { testApi } from './testing/test-api.js';

/** How many requests are sent at least; without it, two walks. */
const wanted = Number(process.env.MASE_GENERATED_REQUESTS ?? 1);
/** After how many minutes no other walk begins. */
const minutes = Number(process.env.MASE_GENERATED_MINUTES ?? 600);
const seed = Number(process.env.MASE_GENERATED_SEED ?? 1);
const routes = routesOf(description);
const tally = new Tally();

/** The first goes the whole way as it is; of the others every other breaks off in a world of guarded records, and goes on by chance. */
async function goOnce(at: number): Promise<void> {
  const isWhole = at % 2 === 0;
  const server = inject('MASE_TEST_SERVER');
  const api = isWhole ? await testApi(server, '2026-11-02T09:00:00.000Z') : (await aGuardedWorld(server)).api;
  const share = isWhole ? 1 : 0.3 + 0.6 * chanceFrom(seed + at).next();
  try {
    await walk({
      api,
      tally,
      seed: seed * 10_000 + at,
      straight: at === 0,
      share,
      oddShare: (at * 0.01) % 0.06,
    });
  } finally {
    await api.close();
  }
}

/** What a long run says of itself after each walk. */
function said(seconds: number): string {
  const { all, accepted, statuses, commands, others, faults, lost } = tally;
  const share = (part: { all: number; accepted: number }) =>
    `${part.accepted} of ${part.all} (${((100 * part.accepted) / part.all).toFixed(1)} %)`;
  return [
    `generated requests: ${all} in ${seconds.toFixed(0)} s, ${(all / seconds).toFixed(1)} a second`,
    `accepted ${share({ all, accepted })}, of commands ${share(commands)}, of all others ${share(others)}`,
    `${JSON.stringify(statuses)}, ${faults.length} faults, ${lost.length} ways lost`,
    `not reached: ${tally.notReached(routes).join(', ') || 'none'}`,
    ...lost.slice(0, 9),
    ...[...new Set(faults.map((one) => one.slice(0, 300)))].slice(0, 9),
  ].join('; ');
}

beforeAll(
  async () => {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    for (let at = 0; at < 2 || (tally.all < wanted && seconds() < minutes * 60); at += 1) {
      await goOnce(at);
      console.log(said(seconds()));
    }
  },
  240_000 + wanted * 100,
);

describe('generated requests', () => {
  it('no answer is ours to blame, every one is as described, and refusals are problem documents', () => {
    expect(tally.faults).toEqual([]);
  });

  it('every command was accepted', () => {
    expect(tally.notAccepted(routes.filter(isCommand))).toEqual([]);
  });

  it('every route was reached: accepted, or refused by the rules, for its version or with the places of its faults', () => {
    expect(tally.notReached(routes)).toEqual([]);
  });

  it('at least three in ten are accepted, and of commands alone as many', () => {
    const { all, accepted, commands } = tally;
    expect(accepted / all).toBeGreaterThanOrEqual(0.3);
    expect(commands.accepted / commands.all).toBeGreaterThanOrEqual(0.3);
  });
});
