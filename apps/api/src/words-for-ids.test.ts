import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { description } from './testing/described.js';
import { type TestApi, testApi } from './testing/test-api.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}
interface Route {
  path: string;
  queries: Parameter[];
}

const { paths } = description as unknown as {
  paths: { [path: string]: { get?: { parameters?: Parameter[] } } };
};
const routes: Route[] = Object.entries(paths).flatMap(([path, { get }]) =>
  get ? [{ path, queries: (get.parameters ?? []).filter((one) => one.in === 'query') }] : [],
);
const addresses = new Set(routes.map(({ path }) => path));
/** Words with which other addresses end, what every object knows of itself, and what looks nearly like an id. */
const words = [
  ...new Set(routes.flatMap(({ path }) => (path.includes('{') ? [] : path.split('/').slice(4)))),
  ...['constructor', '0', '01a20851-6475-7fd5-bbb5', "1' or 1=1"],
];
/** Let through where an address asks for a value before it looks at the rest. */
const plausible: { [name: string]: string } = {
  ...{
    every: 'weeks',
    weekday: '1',
    startTime: '10:00',
    minutes: '60',
    from: '2026-01-01',
    until: '2026-02-01',
  },
};
const withRequired = (address: string, queries: Parameter[], given: { [name: string]: string } = {}) => {
  const required = queries.filter((one) => one.required).map(({ name }) => [name, plausible[name] ?? 'x']);
  const asked = new URLSearchParams({ ...Object.fromEntries(required), ...given });
  return asked.size > 0 ? `${address}?${asked}` : address;
};
/** Between them they are let into lists and records of every kind. */
const people = ['intelligence', 'senior'];

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

async function answers(address: string): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const who of people) found.push([who, (await api.ask(who, 'GET', address)).statusCode]);
  return found;
}

describe('a word in the place of what an address asks for', () => {
  it.each(routes.filter(({ path }) => path.includes('{id}')))(
    '$path names no record with a word, whatever the word means elsewhere',
    async ({ path, queries }) => {
      const opened: string[] = [];
      for (const word of words) {
        const address = path.replaceAll(/\{\w+\}/g, encodeURIComponent(word));
        if (addresses.has(address)) continue;
        for (const [who, status] of await answers(withRequired(address, queries)))
          if (![400, 403, 404].includes(status)) opened.push(`${who} ${address}: ${status}`);
      }
      expect(opened).toEqual([]);
    },
  );

  it.each(routes.flatMap(({ path, queries }) => queries.map(({ name }) => ({ path, name, queries }))))(
    '$path with a word for $name is refused in words, or finds nothing',
    async ({ path, name, queries }) => {
      const faults: string[] = [];
      for (const word of ['picture', 'constructor', "1' or 1=1"]) {
        const address = withRequired(path.replaceAll(/\{\w+\}/g, uuidv7()), queries, { [name]: word });
        for (const [who, status] of await answers(address))
          if (status >= 500) faults.push(`${who} ${address}: ${status}`);
      }
      expect(faults).toEqual([]);
    },
  );
});
