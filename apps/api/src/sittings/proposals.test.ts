import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type BigSitting, bigSitting, makerOver } from '../testing/big-sitting.js';
import { aSittingOf } from '../testing/sitting-of.js';

interface Proposals {
  candidates: {
    id: string;
    list: string;
    name: string;
    section: string;
    listed: boolean;
    elsewhere: boolean;
    reasons: { list: string; words: string; since: string | null; due: string | null }[];
    gate: { code: string; who: string }[];
  }[];
  carried: { itemId: string; title: string }[];
  order: { id: string; why: string }[];
  gates: { itemId: string; missing: { code: string }[] }[];
  warnings: { code: string }[];
  fits: { minutes: number; items: number };
  next: string | null;
}

let big: BigSitting;
beforeAll(async () => {
  big = await bigSitting(inject('MASE_TEST_SERVER'), {
    ...{ children: 5, persons: 2, places: 1, onAgenda: false },
    now: '2026-01-05T09:00:00.000Z',
    startsAt: '2026-01-22T10:00:00.000Z',
  });
}, 120_000);
afterAll(() => big?.api.close());

const read = async (who = 'coordinator', id = big.sitting.id): Promise<Proposals> => {
  const answer = await big.api.ask(who, 'GET', `/api/v1/sittings/${id}/proposals`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

interface Asked {
  query: (...all: unknown[]) => unknown;
}
const heard = new WeakSet<Asked>();
let statements = 0;

/** Counts what a connection is asked from now on. */
function listen(client: Asked): void {
  if (heard.has(client)) return;
  heard.add(client);
  const query = client.query.bind(client);
  client.query = (...all) => {
    statements += 1;
    return query(...all);
  };
}

async function statementsOfReading(): Promise<number> {
  big.api.store.pool.removeAllListeners('acquire').on('acquire', listen as never);
  await read();
  statements = 0;
  await read();
  return statements;
}

const sittingOn = async (startsAt: string) => {
  const { give, founded } = big.api;
  const { id } = await give('coordinator', 'sittings/schedule-sitting', {
    panel: 'MASE panel (made up)',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    place: 'Room 2',
    chairId: founded.people.chair,
  });
  await give('coordinator', 'sittings/open-agenda', {}, id);
  return id;
};

describe('the candidates of an agenda', () => {
  it('stand in a list each, with the rule that brought them and since when', async () => {
    const { candidates } = await read();
    const [high, medium] = big.sitting.children;
    const of = (id: string | undefined) => candidates.find((one) => one.id === id);
    expect(of(high)).toMatchObject({ list: 'high', section: 'child-new', listed: true, elsewhere: false });
    expect(of(medium)).toMatchObject({ list: 'new', reasons: [{ list: 'new', since: expect.any(String) }] });
    expect(of(big.sitting.persons[0])?.list).toBe('person');
    expect(of(big.sitting.places[0])?.list).toBe('location');
    expect(candidates).toHaveLength(8);
  });

  it('say what the gate misses and who can supply it', async () => {
    const { candidates } = await read();
    const gateOf = (id: string | undefined) =>
      candidates.find((one) => one.id === id)?.gate.map(({ code }) => code);
    expect(gateOf(big.sitting.children[0])).toEqual([]);
    expect(gateOf(big.sitting.children[1])).toEqual(['strategy-discussion', 'current-plan']);
  });

  it('are those alone that the reader may see, and nobody counts the others', async () => {
    const { give, founded } = big.api;
    const hidden = big.sitting.children[4] as string;
    await give(
      'manager',
      'child-cases/restrict',
      {
        reason: 'Made up',
        readers: [founded.people.worker],
      },
      hidden,
    );
    const seen = await read();
    expect(JSON.stringify(seen)).not.toContain(hidden);
    expect(seen.candidates).toHaveLength(7);
    const member = await read('member-police');
    expect(member.candidates.some(({ id }) => id === hidden)).toBe(false);
  });

  it('are read in as many statements for twelve as for seven', async () => {
    const before = await statementsOfReading();
    const more = { startsAt: '2027-01-21T10:00:00.000Z', onAgenda: false };
    await aSittingOf({ children: 0, persons: 0, places: 5 }, makerOver(big.api, more));
    expect((await read()).candidates).toHaveLength(12);
    expect(await statementsOfReading()).toBe(before);
    expect(before).toBeLessThan(16);
  });
});

describe('an agenda that is built', () => {
  it('says what is too long, how much fits, in which order and why', async () => {
    const { give } = big.api;
    const [first, second, third] = big.sitting.children as [string, string, string];
    const add = (caseId: string, minutes: number) =>
      give(
        'coordinator',
        'sittings/add-item',
        { caseId, section: 'child-new', asked: 'What next?', minutes },
        big.sitting.id,
      );
    await add(third, 100);
    await add(second, 60);
    await add(first, 90);
    const { order, warnings, fits, candidates } = await read();
    const view = await big.api.view('coordinator', 'sittings', big.sitting.id);
    const items = view.items as unknown as { id: string; caseId: string }[];
    const caseOf = (id: string) => items.find((one) => one.id === id)?.caseId;
    // The first is high; the second has the same family name and is kept with it.
    expect(order.map(({ id }) => caseOf(id))).toEqual([first, second, third]);
    expect(order.map(({ why }) => why)).toEqual([
      'Graded high: heard early',
      'Kept with a brother, a sister or a child of the same cluster',
      'In the order of the agenda’s sections',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['tooLong']);
    expect(fits).toEqual({ minutes: 218, items: 2 });
    expect(candidates.some(({ id }) => [first, second, third].includes(id))).toBe(false);
  });

  it('is told of on another agenda and not offered twice', async () => {
    const other = await sittingOn('2026-02-19T10:00:00.000Z');
    const { candidates } = await read('coordinator', other);
    const waits = candidates.filter(({ elsewhere }) => elsewhere).map(({ id }) => id);
    expect(waits.sort()).toEqual([...big.sitting.children.slice(0, 3)].sort());
  });

  it('pauses before an item, and everything after it comes later', async () => {
    const before = await big.api.view('coordinator', 'sittings', big.sitting.id);
    const items = before.items as unknown as { id: string; from: string }[];
    const order = items.map(({ id }) => id);
    const breaks = [{ before: order[1], minutes: 15 }];
    await big.api.give('coordinator', 'sittings/order-items', { order, breaks }, big.sitting.id);
    const after = (await big.api.view('coordinator', 'sittings', big.sitting.id))
      .items as typeof before.items;
    const times = (after as unknown as typeof items).map(({ from }) => Date.parse(from));
    const old = items.map(({ from }) => Date.parse(from));
    expect(times.map((one, index) => (one - (old[index] as number)) / 60_000)).toEqual([0, 15, 15]);
  });
});

it('a theme that a sitting did not reach stands on the agenda that is opened next, with its papers, and is offered to no other', async () => {
  const { give, ask } = big.api;
  const words = 'Made-up papers of the hubs';
  const theme = { subject: 'theme', title: 'Made-up hubs', words, section: 'theme', asked: 'Who looks?' };
  const first = await sittingOn('2027-03-18T10:00:00.000Z');
  await give('coordinator', 'sittings/add-subject', theme, first);
  const [item] = (await big.api.view('coordinator', 'sittings', first)).items as unknown as { id: string }[];
  expect((await ask('coordinator', 'GET', `/api/v1/agenda-items/${item?.id}`)).statusCode).toBe(200);
  await give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, first);
  const second = await sittingOn('2027-04-15T09:00:00.000Z');
  const [taken] = (await big.api.view('coordinator', 'sittings', second)).items as unknown as {
    id: string;
    name: string;
  }[];
  expect(taken?.name).toBe(theme.title);
  const { body } = await ask('coordinator', 'GET', `/api/v1/agenda-items/${taken?.id}`);
  expect(body).toContain(words);
  expect((await read('coordinator', second)).carried).toEqual([]);
});
