import { createReadStream } from 'node:fs';
import { expect, test } from 'vitest';
import { isTaken, type Reading } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { checkCensus, readCensusChildren, readCensusReferrals } from './read-census.js';

const name = 'cin-census-2022-sample.xml';
const open = () => createReadStream(new URL(`../../examples/cin-census/${name}`, import.meta.url));

function counts<T>(readings: Reading<T>[]) {
  const found = { taken: 0, refused: 0, doubtful: {} as Record<string, number> };
  for (const reading of readings) {
    if (!isTaken(reading)) found.refused += 1;
    else {
      found.taken += 1;
      for (const { field, code } of reading.warnings)
        found.doubtful[`${field} ${code}`] = (found.doubtful[`${field} ${code}`] ?? 0) + 1;
    }
  }
  return found;
}

const census = (child: string, year = '2025') =>
  `<?xml version="1.0" encoding="UTF-8"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year></CollectionDetails></Header><Children>\n${child}\n</Children></Message>`;
const who = (more = '', id = 'A1') =>
  `<ChildIdentifiers><LAchildID>${id}</LAchildID><UPNunknown>UN3</UPNunknown><PersonBirthDate>2010-02-28</PersonBirthDate><Sex>F</Sex>${more}</ChildIdentifiers>`;
const children = (xml: string) => all(readCensusChildren(inPieces(xml), 'cin.xml'));
const referrals = (xml: string) => all(readCensusReferrals(inPieces(xml), 'cin.xml'));

test('the published sample is a census of 2022 with 332 children', async () => {
  expect(await checkCensus(open(), name)).toEqual({ year: '2022', children: 332 });
});

test('every child of the published sample is taken; all but a few UPNs fail their check', async () => {
  const found = counts(await all(readCensusChildren(open(), name)));
  expect(found).toMatchObject({ taken: 332, refused: 0 });
  expect(Object.keys(found.doubtful)).toEqual(['ChildIdentifiers/UPN CHECK_FAILED']);
});

test('every referral of the published sample is taken, 402 in all', async () => {
  const found = await all(readCensusReferrals(open(), name));
  expect(counts(found)).toEqual({ taken: 402, refused: 0, doubtful: {} });
  expect(found[0]).toMatchObject({
    line: 28,
    row: {
      childId: 'RND000215205141',
      referred: '2020-07-13',
      source: '4',
      need: 'N6',
      closed: '2021-06-11',
      closureReason: 'RC2',
      noFurtherAction: true,
      assessments: [],
    },
    raw: { LAchildID: 'RND000215205141', DateOfInitialCPC: '2020-09-29' },
  });
});

test('factors are taken by assessment, each once; what is not in the list is left out and said', async () => {
  const [reading] = await referrals(
    census(`<Child>${who()}<CINdetails><CINreferralDate>2024-05-01</CINreferralDate>
<Assessments><AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-06-14</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>11A</AssessmentFactors><AssessmentFactors>10a</AssessmentFactors><AssessmentFactors>11A</AssessmentFactors><AssessmentFactors>99Z</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<Assessments><FactorsIdentifiedAtAssessment><AssessmentFactors>24A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails></Child>`),
  );
  expect(reading).toMatchObject({
    row: {
      assessments: [
        { start: '2024-05-02', authorised: '2024-06-14', factors: ['11A', '10A'] },
        { factors: ['24A'] },
      ],
    },
  });
  const warnings = reading && isTaken(reading) ? reading.warnings.map(({ code }) => code) : [];
  expect(warnings).toEqual(['NOT_IN_LIST', 'DUPLICATE_ROW', 'WITHOUT_ITS_PARTNER']);
});

test('a child without a date of birth, an unborn child and a second element of a child are refused with the line', async () => {
  const nameless = '<ChildIdentifiers><LAchildID>B2</LAchildID></ChildIdentifiers>';
  const unborn =
    '<ChildIdentifiers><LAchildID>B3</LAchildID><ExpectedPersonBirthDate>2025-09-01</ExpectedPersonBirthDate></ChildIdentifiers>';
  const found = await children(
    census(
      `<Child>${nameless}</Child>\n<Child>${unborn}</Child>\n<Child>${who()}</Child>\n<Child>${who()}</Child>\n<Child>${who('', '')}</Child>`,
    ),
  );
  expect(found.map((one) => [one.line, isTaken(one) ? 'taken' : one.faults[0]?.reason])).toEqual([
    [2, 'The child has no date of birth.'],
    [3, 'The child was not born at the time of the census: no record of an unborn child is made.'],
    [4, 'taken'],
    [5, 'The same child stands in line 4 already.'],
    [6, 'The element does not say which child it is about.'],
  ]);
});

test.each([
  ['2023-02-29', 'no such day'],
  ['01/05/2024', 'written in another way'],
  ['', 'left out'],
])('a referral dated %s is refused: %s', async (date) => {
  const [reading] = await referrals(
    census(`<Child>${who()}<CINdetails><CINreferralDate>${date}</CINreferralDate></CINdetails></Child>`),
  );
  expect(reading && isTaken(reading)).toBe(false);
});
