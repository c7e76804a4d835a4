import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTaken, type Reading } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import * as codes from './codes.js';
import { readSsda903Episodes } from './read-episodes.js';
import { readSsda903Header } from './read-header.js';
import { readSsda903Missing } from './read-missing.js';
import type { EpisodeRow, HeaderRow, MissingRow } from './rows.js';
import { writeSsda903Episodes, writeSsda903Header, writeSsda903Missing } from './write-returns.js';

const RUNS = { numRuns: 300 };
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const childId = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);
const codeIn = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  fc.constantFrom(...(Object.keys(list) as Code[]));
/** Free text as the reader gives it: any letters, formulas, quotes, commas and line ends, without spaces around it. */
const asGiven = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '+44',
      '-1',
      '@SUM(A1)',
      "'=1+1",
      "''+1",
      "'",
      'a\r\nb',
      '"',
      '""',
      ',',
      "'\tx",
      '＝1',
      '-',
      'EG19 7TT',
    ),
  )
  .map((text) => text.replaceAll('\0', '').trim())
  .filter((text) => text !== '');

const header: fc.Arbitrary<HeaderRow> = fc.record(
  {
    childId,
    sex: fc.constantFrom('male', 'female', 'notKnown'),
    birthDate: date,
    ethnicity: codeIn(codes.ETHNICITY_CODES),
    upn: fc.constantFrom(
      { value: 'E801234019001', verified: true },
      { value: 'D801234019001', verified: false },
    ),
    mother: fc.boolean(),
    motherChildBirthDate: date,
  },
  { requiredKeys: ['childId', 'sex', 'birthDate'] },
);

const episode: fc.Arbitrary<EpisodeRow> = fc
  .record(
    {
      childId,
      start: date,
      reason: codeIn(codes.EPISODE_REASON_CODES),
      legalStatus: codeIn(codes.LEGAL_STATUS_CODES),
      need: codeIn(codes.NEED_CODES),
      placement: codeIn(codes.PLACEMENT_CODES),
      provider: codeIn(codes.PROVIDER_CODES),
      end: date,
      endReason: codeIn(codes.EPISODE_END_CODES),
      placementChange: codeIn(codes.PLACEMENT_CHANGE_CODES),
      homePostcode: asGiven,
      placementPostcode: asGiven,
      urn: asGiven,
    },
    { requiredKeys: ['childId', 'start', 'legalStatus', 'placement'] },
  )
  .filter(({ start, end }) => end === undefined || end >= start);

const missing: fc.Arbitrary<MissingRow> = fc
  .record(
    {
      childId,
      birthDate: date,
      nativeKind: codeIn(codes.MISSING_CODES),
      start: date,
      end: date,
    },
    { requiredKeys: ['childId', 'nativeKind', 'start'] },
  )
  .filter(({ birthDate, start, end }) => (birthDate ?? '') <= start && (end ?? start) >= start)
  .map((row) => ({ ...row, kind: codes.MISSING_CODES[row.nativeKind] }));

async function reread<T>(
  rows: T[],
  write: (rows: T[]) => AsyncGenerator<string>,
  read: (input: AsyncIterable<Buffer>, file: string) => AsyncIterable<Reading<T>>,
) {
  const text = (await all(write(rows))).join('');
  const readings = await all(read(inPieces(text), 'again.csv'));
  return readings.map((reading) => (isTaken(reading) ? reading.row : reading.faults));
}

test('children written as a return and read again are the same children', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(header), async (rows) => {
      expect(await reread(rows, writeSsda903Header, readSsda903Header)).toEqual(rows);
    }),
    RUNS,
  );
});

test('a child without a UPN keeps the reason through a round trip', async () => {
  const rows: HeaderRow[] = [{ childId: '1', sex: 'male', birthDate: '2008-03-27', noUpnReason: 'UN3' }];
  expect(await reread(rows, writeSsda903Header, readSsda903Header)).toEqual(rows);
});

test('episodes written as a return and read again are the same episodes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(episode), async (rows) => {
      expect(await reread(rows, writeSsda903Episodes, readSsda903Episodes)).toEqual(rows);
    }),
    RUNS,
  );
});

test('missing episodes written as a return and read again are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(missing), async (rows) => {
      expect(await reread(rows, writeSsda903Missing, readSsda903Missing)).toEqual(rows);
    }),
    RUNS,
  );
});

test.each(['=HYPERLINK("http://example.test")', '+44', '-1+1', '@SUM(A1)', '\tx', '＝1'])(
  'a cell that a spreadsheet would run is written inert: %j',
  async (urn) => {
    const row: EpisodeRow = { childId: '1', start: '2017-01-01', legalStatus: 'C2', placement: 'U4', urn };
    const [text = ''] = await all(writeSsda903Episodes([row]));
    expect(text.split('\r\n')[1]).toContain(urn.includes('"') ? `"'=HYPERLINK(` : `,'${urn}`);
  },
);

test('a return is written with its columns, CRLF and dd/mm/yyyy, also without a row', async () => {
  const row: MissingRow = {
    childId: '7',
    birthDate: '2004-02-29',
    kind: 'away',
    nativeKind: 'A',
    start: '2017-12-31',
  };
  expect((await all(writeSsda903Missing([row]))).join('')).toBe(
    'CHILD,DOB,MISSING,MIS_START,MIS_END\r\n7,29/02/2004,A,31/12/2017,\r\n',
  );
  expect((await all(writeSsda903Missing([]))).join('')).toBe('CHILD,DOB,MISSING,MIS_START,MIS_END\r\n');
});
