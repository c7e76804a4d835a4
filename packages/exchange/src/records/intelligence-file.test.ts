import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { personColumns } from './identifier-columns.js';
import {
  INTELLIGENCE_LAYOUT,
  type IntelligenceRow,
  readIntelligence,
  writeIntelligence,
} from './intelligence-file.js';

const report: IntelligenceRow = {
  reference: 'IN-1',
  seen: '=A grey car, "waiting"\noutside (made up)',
  when: 'On Saturday',
  where: 'Sample Street, Madeupton',
  whoElseKnows: 'A shopkeeper (made up)',
  howKnown: 'told-by-somebody',
  fromChild: 'not-known',
  couldShow: 'yes',
  childInDanger: true,
  identifiers: [
    { kind: 'phone', text: '07700 900123' },
    { kind: 'vehicle', text: 'AB12 CDE' },
  ],
};
const head = `${INTELLIGENCE_LAYOUT.columns.filter((name) => !personColumns.includes(name as 'PNC')).join(',')}\n`;
const faultsOf = async (line: string) => {
  const [reading] = await all(readIntelligence(inPieces(`${head}${line}\n`), 'intelligence.csv'));
  if (!reading || isTaken(reading)) throw new Error('taken');
  return reading.faults.map(({ field, code }) => `${field} ${code}`);
};

test('reports that are written are read again as they were', async () => {
  const text = (await all(writeIntelligence([report]))).join('');
  const [reading] = await all(readIntelligence(inPieces(text), 'intelligence.csv'));
  expect(reading && isTaken(reading) && reading.row).toEqual(report);
});

test.each([
  [',Seen,Then,There,,found-online,no,no,no,,,,', 'REFERENCE BLANK'],
  ['IN-2,,Then,There,,found-online,no,no,no,,,,', 'SEEN BLANK'],
  ['IN-2,Seen,Then,There,,found-online,no,,no,,,,', 'COULD_SHOW BLANK'],
  ['IN-2,Seen,Then,There,,found-online,no,no,,,,,', 'CHILD_IN_DANGER NOT_IN_LIST'],
])('%s is refused: %s', async (line, why) => {
  expect(await faultsOf(line)).toContain(why);
});

test('a file without a first line of names is refused without a word of what it says', async () => {
  const lines = 'IN-1,The made-up secret,On Saturday,There\n';
  const refused = await all(readIntelligence(inPieces(lines), 'intelligence.csv')).catch(
    (error: Error) => error,
  );
  expect(refused).toMatchObject({ code: 'WRONG_COLUMNS' });
  expect(JSON.stringify(refused) + String(refused)).not.toMatch(/secret/i);
});
