import { changeMany, readingOf } from '@mase/store';
import {
  type GeneratedYear,
  generatedYear,
  wholeYear,
  type YearEnd,
  type YearGroup,
  type YearSize,
} from '@mase/store/testing';
import { englandProfile, type LinkEnd, type UserStanding } from '@mase/workflow';
import { aNomination, anIntelligenceReport, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const littleYear: YearSize = { children: 100, persons: 20, places: 10, reports: 60, links: 300 };
const size = process.env.MASE_SOAK_YEAR ? wholeYear : littleYear;
const year = generatedYear(20261122, size);

let api: TestApi;
const ids = { child: [] as string[], person: [] as string[], location: [] as string[] };

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const started = Date.now();
  await load(year);
  const loaded = Date.now();
  let weighed = 0;
  for (let some = 1; some > 0; weighed += some) some = await weighNow(api);
  const seconds = { load: (loaded - started) / 1000, weigh: (Date.now() - loaded) / 1000 };
  if (process.env.MASE_SOAK_YEAR)
    console.log(JSON.stringify({ ...size, planted: year.planted.length, weighed, seconds }));
}, 3_600_000);
afterAll(() => api.close());

/** Gives many commands as an import does on behalf of somebody; gives what each made or moved besides its own record. */
async function giveAll(
  key: string,
  roles: readonly string[],
  requests: { name: string; payload: object; happened?: string }[],
) {
  const userId = api.founded.people[key] as string;
  const standing = { agencyId: '', teamId: null, roles } as unknown as UserStanding;
  const giver = {
    reading: readingOf({ ...standing, id: userId }, api.founded.partnershipId),
    actor: { kind: 'import', userId, name: 'Import', agencyId: null, teamId: null, roles },
    profile: englandProfile,
  } as never;
  const made: { id: string; parent: string | null }[] = [];
  for await (const result of changeMany(api.store, giver, requests)) {
    if (result.outcome !== 'accepted') throw new Error(`${result.request.name}: ${JSON.stringify(result)}`);
    const own = result.changes.records.find((one) => one.id === result.record.id);
    made.push({ id: result.record.id, parent: own?.parentId ?? null });
  }
  return made;
}

function endOf(end: YearEnd): object {
  if ('text' in end) return { ...end, ...(end.kind === 'handle' ? { platform: 'snapchat' } : {}) };
  return { kind: end.of, id: ids[end.of][end.index] };
}

async function load({ children, persons, places, reports, links }: GeneratedYear): Promise<void> {
  const desk = ['intelligence-officer'];
  const put = await giveAll(
    'coordinator',
    ['coordinator'],
    children.map(({ name, birthDate }) => {
      const [firstName, ...last] = name.split(' ');
      return {
        name: 'children/record-child',
        payload: { firstName, lastName: last.join(' '), birthDate, from: 'return' },
      };
    }),
  );
  ids.child = put.map(({ id }) => id);
  const nominated = await giveAll(
    'intelligence',
    desk,
    persons.map(({ name }) => ({
      name: 'person-cases/nominate',
      payload: aNomination({ person: { name } }),
    })),
  );
  ids.person = nominated.map(({ parent }) => parent as string);
  const reported = await giveAll(
    'intelligence',
    desk,
    places.map(({ name }) => ({
      name: 'location-cases/report',
      payload: aPlaceReport({ location: { name, kind: 'park' } }),
    })),
  );
  ids.location = reported.map(({ parent }) => parent as string);
  await giveAll(
    'intelligence',
    desk,
    reports.map(({ seen, on, child, identifiers }) => ({
      name: 'intelligence/submit-intelligence',
      happened: `${on}T12:00:00.000Z`,
      payload: anIntelligenceReport({
        ...{ seen, when: on },
        identifiers: identifiers.map(endOf),
        named: [{ kind: 'child', id: ids.child[child] }],
      }),
    })),
  );
  await giveAll(
    'intelligence',
    [...desk, 'coordinator'],
    links.map(({ from, to, kind, on }) => ({
      name: 'links/record-link',
      payload: {
        ...{ kind, from: endOf(from), to: endOf(to), firstOn: on, source: 'casework' },
        words: 'Seen in a made-up year',
      },
    })),
  );
}

/** What is shared, as the books name it. */
function hubOf(end: YearEnd): Partial<LinkEnd> {
  if ('text' in end) return { kind: end.kind };
  return { kind: end.of, id: ids[end.of][end.index] as string };
}

describe('a made-up year of a partnership', () => {
  interface Cluster {
    id: string;
    hub: { kind: string; id: string | null };
    children: { id: string }[];
    decided: object | null;
  }
  const inOrder = (groups: object[]) => groups.map((one) => JSON.stringify(one)).sort();
  const clusters = async (who: string) =>
    (await api.ask(who, 'GET', '/api/v1/clusters')).json().items as Cluster[];
  const shown = ({ hub, children }: Cluster) => ({
    kind: hub.kind,
    ...(hub.id ? { id: hub.id } : {}),
    children: children.map(({ id }) => id).sort(),
  });
  const clustersFor = async (who: string) => inOrder((await clusters(who)).map(shown));
  const wanted = (groups: readonly YearGroup[]) =>
    inOrder(
      groups.map(({ hub, children }) => ({
        ...hubOf(hub),
        children: children.map((index) => ids.child[index] as string).sort(),
      })),
    );
  const linked = [...year.planted.filter(({ reported }) => !reported), ...year.declined];

  it('has what was planted among its links proposed as a cluster, besides it a school’s number and a school run that reach the threshold, and nothing else', async () => {
    expect(year.declined.length).toBe(2);
    expect(await clustersFor('coordinator')).toEqual(wanted(linked));
  });

  it('has what its reports alone show proposed to the supervisor of the desk, however it was spelt', async () => {
    expect(year.planted.filter(({ reported }) => reported).length).toBe(2);
    expect(await clustersFor('intelligence-supervisor')).toEqual(wanted([...year.planted, ...year.declined]));
  });

  it('does not propose again what people declined, when the same children are seen with it again', async () => {
    const [school] = year.declined as [YearGroup];
    const number = wanted([school])[0];
    const found = (await clusters('coordinator')).find((one) => JSON.stringify(shown(one)) === number);
    await api.give(
      'duty',
      'clusters/decline-cluster',
      { reason: 'The number of a made-up school' },
      found?.id,
    );
    const again = school.children.map((index) => ({
      name: 'links/record-link',
      payload: {
        ...{ kind: 'contacted-from', from: { kind: 'child', id: ids.child[index] }, to: endOf(school.hub) },
        ...{ firstOn: '2025-02-01', source: 'casework', words: 'Rung again in a made-up year' },
      },
    }));
    await giveAll('intelligence', ['intelligence-officer', 'coordinator'], again);
    await weighNow(api);
    const open = (await clusters('coordinator')).filter(({ decided }) => decided === null);
    expect(inOrder(open.map(shown))).toEqual(wanted(linked.filter((one) => one !== school)));
  });

  it('tells the case of a person how many children are linked, by links of which the existence is open', async () => {
    const answer = await api.ask('intelligence', 'GET', '/api/v1/links/shared?kind=person');
    const [first] = answer.json().items as { id: string; children: number }[];
    expect(first?.children).toBeGreaterThanOrEqual(4);
  });

  it('is walked three steps from a child who spends time with somebody', async () => {
    const { from: start } = year.links.find(
      ({ from, to }) => 'of' in from && from.of === 'child' && 'of' in to && to.index === 0,
    ) as (typeof year.links)[number];
    const child = { kind: 'child', id: ids.child[(start as { index: number }).index], steps: 3 };
    const answer = await api.ask('intelligence', 'POST', '/api/v1/links/neighbours', child);
    const { items } = answer.json() as { items: { steps: number }[] };
    expect(new Set(items.map(({ steps }) => steps))).toEqual(new Set([0, 1, 2, 3]));
  });
});
