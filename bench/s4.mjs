import { changeMany } from '@mase/store';
import { addNamed, chanceOf, misspelt } from '@mase/store/testing';
import { aNomination } from '@mase/workflow/testing';
import { startProcess } from './load/processes.mjs';
import { giverOf, openBench } from './partnership.mjs';

const looks = 150;
const promiseMs = 200;

const samples = {
  child: [
    'coordinator',
    {
      name: 'children/record-child',
      payload: { firstName: 'Sample', lastName: 'Made-up', birthDate: '2011-05-04', from: 'return' },
    },
  ],
  person: ['intelligence', { name: 'person-cases/nominate', payload: aNomination() }],
};

/** One record of a kind, recorded through the product's own way; its copies are read by those who read it. */
async function sampleOf(bench, kind) {
  const [who, request] = samples[kind];
  for await (const result of changeMany(bench.store, await giverOf(bench, who), [request]))
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
  const found = await bench.owner.query('select id from record where kind = $1 order by id desc limit 1', [
    kind,
  ]);
  return found.rows[0].id;
}

const p95 = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

/** Misspelt names asked of the api by one person: how long each took, and how many were among the first ten. */
async function lookedFor({ api, token, names, seed }) {
  const next = chanceOf(seed);
  const times = [];
  let found = 0;
  for (let look = 0; look < looks; look += 1) {
    const name = names[next(names.length)];
    const started = performance.now();
    const answer = await fetch(`${api.url}/api/v1/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: misspelt(name, next) }),
    });
    const { items } = await answer.json();
    times.push(performance.now() - started);
    if (items.slice(0, 10).some((one) => one.name === name)) found += 1;
  }
  return { times: times.slice(10), found };
}

/**
 * S4: a child or a person of concern found by a misspelt name among 300,000 on the books, through the api, under row level
 * security, audited. MASE_BENCH_PEOPLE makes it smaller.
 */
export async function s4({ people = Number(process.env.MASE_BENCH_PEOPLE ?? 300_000) } = {}) {
  const bench = await openBench();
  try {
    const client = await bench.owner.connect();
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    const children = await addNamed(client, {
      like: await sampleOf(bench, 'child'),
      count: Math.round(people * 0.7),
      seed: 1,
    });
    const persons = await addNamed(client, {
      like: await sampleOf(bench, 'person'),
      count: people - children.length,
      seed: 2,
    });
    client.release();
    await bench.owner.query('vacuum analyze');
    const api = await startProcess('apps/api/dist/server.js', {
      MASE_CONNECTIONS: bench.file,
      MASE_MODE: 'demonstration',
    });
    try {
      const asked = { api, seed: 3 };
      const byCoordinator = await lookedFor({
        ...asked,
        token: await bench.tokenOf('coordinator'),
        names: children,
      });
      const byPolice = await lookedFor({
        ...asked,
        token: await bench.tokenOf('intelligence'),
        names: persons,
      });
      const slowest = Math.max(p95(byCoordinator.times), p95(byPolice.times));
      return {
        name: `S4 a misspelt name among ${people} children and persons of concern`,
        holds: slowest <= promiseMs,
        promise: promiseMs,
        p95ChildMs: p95(byCoordinator.times),
        p95PersonMs: p95(byPolice.times),
        firstTenOfChildren: byCoordinator.found / looks,
        firstTenOfPersons: byPolice.found / looks,
      };
    } finally {
      await api.stop();
    }
  } finally {
    await bench.close();
  }
}
