import { aSittingOf } from '@mase/api/testing';
import { addCopies, copyId } from '@mase/store/testing';
import pg from 'pg';
import { peopleOver } from './load/people.mjs';
import { startProcess } from './load/processes.mjs';
import { addCases, openBench } from './partnership.mjs';

const few = 1000;
const perPage = 20;
const promise = 2;

const p95 = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];

/** p95 of each of some things that are done in turn, in milliseconds, so that whatever else the machine does falls on all. */
async function slowest(goes, ...acts) {
  const times = acts.map(() => []);
  // The first ten goes do not count.
  for (let number = -10; number < goes; number += 1)
    for (const [which, act] of acts.entries()) {
      const started = performance.now();
      await act(number + 10);
      if (number >= 0) times[which].push(performance.now() - started);
    }
  return times.map(p95);
}

/**
 * Ways to look at the first page of somebody's list, at page 50, which is come to by following the links, and at a list of
 * a kind of record of which there are none: it must not be looked for among all others.
 */
async function looksAtQueue(people) {
  const first = `/api/v1/work-queue?limit=${perPage}`;
  let fifty = first;
  for (let page = 1; page < 50; page += 1) {
    const { link } = await people.ask('manager', 'GET', fifty);
    fifty = /^<(.+)>; rel="next"$/.exec(link ?? '')?.[1] ?? fifty;
  }
  const lines = (await people.ask('manager', 'GET', fifty)).body.items.length;
  if (lines !== perPage) throw new Error(`page 50 has ${lines} lines`);
  const none = `/api/v1/clusters?limit=${perPage}`;
  return [first, fifty, none].map((path) => () => people.ask('manager', 'GET', path));
}

/** A sitting of children in session, with an item open; gives the item's id. */
async function inSession(people, bench) {
  const { people: ids } = bench.founded;
  const maker = {
    give: people.give,
    people: ids,
    look: async (path) => (await people.ask('coordinator', 'GET', path)).body,
    startsAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  };
  const sitting = await aSittingOf({ children: 6, persons: 0, places: 0 }, maker);
  const recipients = ['chair', 'member-police', 'member-health'].map((key) => ids[key]);
  await people.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
  const present = (name, agency, agencyKind) => ({
    ...{ name, agency, agencyKind, as: 'member', attendance: 'present' },
  });
  const attendance = [
    present('Chris Chair', 'Made-up council', 'social-care'),
    present('Pat Police-Member', 'Made-up police', 'police'),
    present('Hana Health-Member', 'Made-up health trust', 'health'),
  ];
  await people.give('coordinator', 'sittings/record-attendance', { attendance }, sitting.id);
  const today = { otherDayReason: 'The benchmark does not wait for the day' };
  const reason = { inquorateReason: 'The benchmark needs no quorum', ...today };
  await people
    .give('chair', 'sittings/start-sitting', reason, sitting.id)
    .catch(() => people.give('chair', 'sittings/start-sitting', today, sitting.id));
  const item = Object.values(sitting.items)[0];
  await people.give('chair', 'agenda-items/open-item', {}, item);
  return item;
}

/** Signs in at the site as a browser does; gives a way to open pages that throws where one does not come. */
async function browserAt(web, email) {
  const cookies = new Map();
  const keep = (answer) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }
    return answer;
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const form = await keep(await fetch(`${web.url}/session/sign-in`)).text();
  const token = [...form.matchAll(/name="_csrf" value="([^"]+)"/g)].at(-1)[1];
  const body = new URLSearchParams({
    choosing: 'yes',
    person: email,
    _csrf: token.replaceAll('&#x3D;', '='),
  });
  keep(
    await fetch(`${web.url}/session/sign-in`, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { cookie: cookie() },
    }),
  );
  return async (path) => {
    const answer = keep(await fetch(web.url + path, { redirect: 'manual', headers: { cookie: cookie() } }));
    const html = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${html.slice(0, 300)}`);
  };
}

/** p95 of the pages that people have open all day, from the request to the whole of the HTML. */
async function pages(web, item, cases, looks) {
  const manager = await browserAt(web, 'manager@fernshire.example.org');
  const chair = await browserAt(web, 'chair@fernshire.example.org');
  // Never the same case twice: each is opened as somebody opens it first.
  const aCase = (number) => manager(`/child-cases/${copyId(1 + ((number * 7919) % cases))}`);
  const queue = () => manager('/');
  const screen = () => chair(`/agenda-items/${item}/record-panel-decision`);
  const [casePageMs, workQueuePageMs, inSessionPageMs] = await slowest(looks, aCase, queue, screen);
  return { casePageMs, workQueuePageMs, inSessionPageMs };
}

/** A partnership with an api, in which so many copies of a case wait for the same team. */
async function partnershipOf(cases, ended) {
  const bench = await openBench();
  ended.push(bench.close);
  const connections = { MASE_CONNECTIONS: bench.file, MASE_MODE: 'demonstration' };
  const api = await startProcess('apps/api/dist/server.js', connections);
  ended.push(api.stop);
  const people = peopleOver(api, bench.tokenOf);
  const item = await inSession(people, bench);
  const [caseId] = await addCases(bench, 1);
  const found = await bench.owner.query('select persons[1] as id from record where id = $1', [caseId]);
  const client = await bench.owner.connect();
  try {
    // Without the checks that rows of one case passed already.
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    await addCopies(client, { caseId, childId: found.rows[0].id, to: cases });
  } finally {
    client.release(true);
  }
  await bench.owner.query('vacuum analyze');
  // What was loaded in minutes is written out before anybody asks.
  const server = new pg.Client({ connectionString: bench.server.url });
  await server.connect();
  await server.query('checkpoint');
  await server.end();
  return { api, people, item };
}

/**
 * S3: somebody's list of work, first page and page 50, under row level security, audited, where 1,000 and where 300,000
 * cases wait for the same team, asked in turn, each of a server of its own; and how long the pages of the site take among
 * 300,000. MASE_BENCH_CASES makes it smaller.
 */
export async function s3({ cases = Number(process.env.MASE_BENCH_CASES ?? 300_000), looks = 300 } = {}) {
  const ended = [];
  try {
    const large = await partnershipOf(cases, ended);
    const small = await partnershipOf(few, ended);
    const looksAt = [...(await looksAtQueue(small.people)), ...(await looksAtQueue(large.people))];
    const [firstOfFew, fiftyOfFew, noneOfFew, first, fifty, none] = await slowest(looks, ...looksAt);
    const ratio = Math.max(first / firstOfFew, fifty / fiftyOfFew, none / noneOfFew);
    const site = { MASE_API_URL: large.api.url, MASE_MODE: 'demonstration' };
    const web = await startProcess('apps/web/dist/server.js', site, { portName: 'MASE_WEB_PORT' });
    ended.push(web.stop);
    return {
      name: `S3 the list of work at ${cases} cases against ${few}: p95 of the first page and of page 50`,
      holds: ratio <= promise,
      promise,
      ratio,
      firstPageMs: [firstOfFew, first],
      page50Ms: [fiftyOfFew, fifty],
      emptyListMs: [noneOfFew, none],
      ...(await pages(web, large.item, cases, looks)),
    };
  } finally {
    for (const end of ended.reverse()) await end();
  }
}
