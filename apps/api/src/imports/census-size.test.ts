import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MemoryGrowth } from '@mase/exchange/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { ImportLine } from './import-lines.js';

const megabyte = 1024 * 1024;
/** A tenth of a megabyte in an ordinary run; the soak sends 200. */
const soak = process.env.MASE_SOAK_CENSUS_MEGABYTES;
const size = soak ? Number(soak) : 0.1;

/** What uploads are kept in while they are read: a folder that nobody else writes to. */
const temporary = mkdtempSync(join(tmpdir(), 'mase-census-size-'));
const systems = process.env.TMPDIR;
let api: TestApi;
let port = 0;
beforeAll(async () => {
  process.env.TMPDIR = temporary;
  api = await testApi(inject('MASE_TEST_SERVER'));
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = (api.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  if (systems === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = systems;
  await api.close();
  rmSync(temporary, { recursive: true, force: true });
});

const boundary = 'a-large-census';
const assessment = (month: string) =>
  `<Assessments><AssessmentActualStartDate>2024-${month}-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-${month}-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>${['1A', '2B', '3C', '4B'].map((code) => `<AssessmentFactors>${code}</AssessmentFactors>`).join('')}</FactorsIdentifiedAtAssessment></Assessments>`;
const referral = (month: string) =>
  `<CINdetails><CINreferralDate>2024-${month}-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA>${assessment(month)}${assessment(month)}</CINdetails>`;
const child = (id: number) =>
  `<Child><ChildIdentifiers><LAchildID>MADE-UP-${id}</LAchildID><UPN>UN4</UPN><PersonBirthDate>2011-04-27</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>${['01', '03', '05', '07', '09'].map(referral).join('')}</Child>\n`;

async function* form(pieces: AsyncIterable<string | Buffer>) {
  yield `--${boundary}\r\ncontent-disposition: form-data; name="census"; filename="cin.xml"\r\ncontent-type: text/xml\r\n\r\n`;
  yield* pieces;
  yield `\r\n--${boundary}--\r\n`;
}

/** Children of a census, until there are so many bytes; `made` counts them. */
async function* census(bytes: number, made: { children: number }) {
  yield '<?xml version="1.0" encoding="UTF-8"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year></CollectionDetails></Header><Children>';
  for (let given = 0; given < bytes; ) {
    made.children += 1;
    const piece = child(made.children);
    given += piece.length;
    yield piece;
  }
  yield '</Children></Message>';
}

/** How many rows a second each part of a file was read at, at its beginning and at its end, by the answer's own progress. */
class Paces {
  private readonly marks = new Map<string, { rows: number; at: number }[]>();

  take(line: ImportLine): void {
    if (line.type !== 'progress') return;
    const marks = this.marks.get(line.stage) ?? [];
    this.marks.set(line.stage, [...marks, { rows: line.read, at: performance.now() }]);
  }

  /** Of each stage the rows a second of its first fifth and of its last. */
  bySecond(): { [stage: string]: { first: number; last: number } } {
    const pace = (some: { rows: number; at: number }[]) => {
      const [begin, end] = [some[0], some.at(-1)];
      if (!begin || !end || end.at === begin.at) return 0;
      return Math.round(((end.rows - begin.rows) * 1000) / (end.at - begin.at));
    };
    return Object.fromEntries(
      [...this.marks].map(([stage, marks]) => {
        const fifth = Math.max(2, Math.ceil(marks.length / 5));
        return [stage, { first: pace(marks.slice(0, fifth)), last: pace(marks.slice(-fifth)) }];
      }),
    );
  }
}

async function send(pieces: AsyncIterable<string | Buffer>): Promise<IncomingMessage> {
  const asked = request({
    ...{ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/imports/cin-census' },
    headers: {
      authorization: `Bearer ${await api.tokenOf('coordinator')}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  // Whoever is refused may find the line closed while sending: the answer is what counts.
  pipeline(Readable.from(form(pieces)), asked).catch(() => undefined);
  return (await answered)[0];
}

it(`a census of ${size} MB goes through the api, from the upload to the books, in memory that does not grow with it`, async () => {
  const made = { children: 0 };
  const memory = new MemoryGrowth();
  const started = Date.now();
  const answer = await send(census(size * megabyte, made));
  expect(answer.statusCode).toBe(200);
  const upload = (Date.now() - started) / 1000;
  let last: ImportLine | undefined;
  let seen = 0;
  const paces = new Paces();
  for await (const line of createInterface({ input: answer })) {
    last = JSON.parse(line) as ImportLine;
    paces.take(last);
    seen += 1;
    if (seen % 20 === 1) memory.look();
  }
  const counts = { known: 0, refused: 0, warnings: 0 };
  expect(last).toMatchObject({
    type: 'summary',
    stages: {
      children: { read: made.children, taken: made.children, ...counts },
      referrals: { read: made.children * 5, taken: made.children * 5, ...counts },
    },
  });
  const seconds = { upload, whole: (Date.now() - started) / 1000 };
  if (soak)
    console.log(
      JSON.stringify({
        ...{ megabytes: size, ...made, before: memory.before, most: memory.most },
        ...{ seconds, rows: paces.bySecond() },
      }),
    );
  // A child that was named is remembered by its number: some hundred bytes each, and nothing of its rows. Outside the heap
  // lie some pieces of the file and a batch of 500 rows on its way; the system is given nothing back at once.
  const remembered = made.children / 1000;
  const bounds = { heapUsed: 40 + remembered, external: 32, arrayBuffers: 32, rss: 160 + 2 * remembered };
  expect(memory.beyond(bounds)).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
}, 3_600_000);

it('a census of more than 250 MB is refused with 413, and nothing of it is left', async () => {
  const piece = Buffer.alloc(megabyte, ' ');
  async function* spaces() {
    for (let sent = 0; sent < 251; sent += 1) yield piece;
  }
  const answer = await send(spaces());
  expect(answer.statusCode).toBe(413);
  answer.resume();
  await once(answer, 'end');
  expect(readdirSync(temporary)).toEqual([]);
}, 120_000);
