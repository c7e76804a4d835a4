import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { INCIDENT_LAYOUT, type IncidentRow, readIncidents, writeIncidents } from './incident-file.js';

const head = `${INCIDENT_LAYOUT.columns.join(',')}\n`;
const read = (lines: string) => all(readIncidents(inPieces(head + lines), 'incidents.csv'));

test('a row is taken with everybody of whom it says something, known or not', async () => {
  const [reading] = await read(
    'Testshire Police,TS/1,crime,Made-up offence,2026-03-02,01/03/2026,,A park,V1;?,?,15,2026-04-01\n',
  );
  expect(reading).toMatchObject({
    line: 2,
    row: {
      force: 'Testshire Police',
      reference: 'TS/1',
      kind: 'crime',
      recorded: '2026-03-02',
      committed: '2026-03-01',
      place: 'A park',
      victims: [{ reference: 'V1' }, {}],
      offenders: [{}],
      outcome: { code: '15', on: '2026-04-01' },
    },
  });
});

test.each([
  [',TS/1,crime,x,2026-03-02,,,,,,,', 'FORCE BLANK'],
  ['T,,crime,x,2026-03-02,,,,,,,', 'REFERENCE BLANK'],
  ['T,TS/1,theft,x,2026-03-02,,,,,,,', 'KIND NOT_IN_LIST'],
  ['T,TS/1,crime,x,,,,,,,,', 'RECORDED BLANK'],
  ['T,TS/1,crime,x,2026-02-30,,,,,,,', 'RECORDED NOT_A_DATE'],
  ['T,TS/1,crime,x,2026-03-02,3/2/26,,,,,,', 'COMMITTED NOT_A_DATE'],
  ['T,TS/1,crime,x,2026-03-02,,,,,,15,', 'OUTCOME_DATE WITHOUT_ITS_PARTNER'],
  ['T,TS/1,crime,x,2026-03-02,,,,,,,2026-03-03', 'OUTCOME BLANK'],
  ['T,TS/1,crime,x', ' WRONG_COLUMN_COUNT'],
])('%s is refused: %s', async (line, why) => {
  const [reading] = await read(`${line}\n`);
  if (!reading || isTaken(reading)) throw new Error('taken');
  expect(reading.faults.map(({ field, code }) => `${field} ${code}`)).toContain(why);
});

test('what is written is read again as it was', async () => {
  const word = fc.stringMatching(/^[A-Za-z=+@'", -]{0,11}[A-Za-z]$/).filter((text) => text === text.trim());
  const party = fc.oneof(
    fc.constant({}),
    fc.stringMatching(/^[A-Z]\d{1,4}$/).map((reference) => ({ reference })),
  );
  const row: fc.Arbitrary<IncidentRow> = fc.record(
    {
      force: word,
      reference: word,
      kind: fc.constantFrom('crime' as const, 'non-crime' as const),
      offence: word,
      recorded: fc.constantFrom('2026-01-31', '2024-02-29'),
      victims: fc.array(party, { maxLength: 3 }),
      offenders: fc.array(party, { maxLength: 3 }),
      committed: fc.constantFrom('2025-12-31'),
      place: word,
      outcome: fc.constantFrom({ code: '1A', on: '2026-05-01' }),
    },
    { requiredKeys: ['force', 'reference', 'kind', 'offence', 'recorded', 'victims', 'offenders'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const text = (await all(writeIncidents(rows))).join('');
      const found = await all(readIncidents(inPieces(text), 'incidents.csv'));
      expect(found.map((one) => isTaken(one) && one.row)).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});
