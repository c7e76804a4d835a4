import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandProfile as profile } from '../profile/profile.js';
import { cellsOf, countsOf, each, type MadeUp, smallOf, toldOf } from '../testing/what-leaves.js';
import type { ScorecardId } from './measure.js';
import { type Scorecard, scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';

/** Under which counts one record stands of the earlier days and of those that follow them. */
type Lived = readonly [earlier: MadeUp, later: MadeUp];

/** What is there all along, what goes, what comes, and what comes and goes; `came` and `went` may be counted under more. */
const livedOf = (there: MadeUp[], came: MadeUp[], went: MadeUp[]): Lived[] => {
  const [[t = []], [c = []], [w = []]] = [there, came, went];
  const [stays, comes] = [there.slice(0, 1), came.slice(0, 1)];
  return [
    ...there.flatMap((one) => there.map((other): Lived => [one, other])),
    ...[
      ...stays.flatMap((one) => went.map((other) => [one, other] as const)),
      ...there.map((one): Lived => [one, w]),
    ],
    ...came.flatMap((one): Lived[] => [
      [[], [...one, ...t]],
      [[], [...one, ...w]],
      [[...one, ...t], t],
      [[...one, ...w], []],
    ]),
    ...there.map((one): Lived => [[], [...c, ...one]]),
    ...comes.flatMap((one) => went.map((other): Lived => [[], [...one, ...other]])),
    ...went.map((one): Lived => [one, []]),
  ];
};

const grades = ['not-graded', 'high', 'medium', 'none'];
const closings = each(['moved', 'not-found'], (reason) =>
  each(grades, (first) =>
    grades.map((last) => [
      ...[`closed/${reason}`, `gradeAtOpening/${first}`, `gradeAtClosing/${last}`, 'daysOpen', 'daysOpen'],
      ...(first === 'not-graded' ? [] : ['riskCompared']),
    ]),
  ),
).filter((one) => one.includes('gradeAtOpening/not-graded') === one.includes('gradeAtClosing/not-graded'));
const opened = [
  ...each(['risk-assessment', 'section-47-and-risk-assessment'], (part) => [
    [`contacts/${part}`, 'comings', `opened/${part}`],
    [`contacts/${part}`, 'comings', 'assessed', `opened/${part}`],
  ]),
  ['comings', 'reReferrals', 'opened/relisted'],
];
/** A case that was open for another while: how many days there were in all does not tell how many cases. */
const longer = [...(closings[0] ?? []), 'daysOpen'];
const unopened: Lived = [
  ['contacts/early-help', 'comings'],
  ['contacts/no-further-action', 'comings'],
];
const teams = ['North', 'South', 'not-known'];

/** What may become of every kind of record from the earlier days to the later ones. */
const lives: { [scorecard in ScorecardId]?: readonly Lived[] } = {
  children: [
    ...livedOf(
      grades.map((grade) => [`openAtEnd/${grade}`]),
      opened,
      closings,
    ),
    [longer, []],
    [['openAtEnd/high'], longer],
    [unopened[0], []],
    [[], unopened[1]],
  ],
  strands: ['persons', 'places'].flatMap((one) =>
    livedOf(
      ['high', 'medium', 'low'].map((priority) => [`${one}AtEnd/${priority}`]),
      [[`${one}Accepted`], [`${one}Accepted`, `${one}Nominated`]],
      ['no-longer-necessary', 'moved'].map((reason) => [`${one}Removed/${reason}`]),
    ),
  ),
  caseload: teams.flatMap((team) =>
    livedOf(
      [[`servicesAtEnd/${team}`]],
      [[`servicesStarted/${team}`], [`servicesStarted/${team}`, `servicesReferred/${team}`]],
      [[`servicesEnded/${team}`]],
    ),
  ),
};

const known = { knownAt: '2026-04-01T09:00:00.000Z', entries: null };
const [earlierDays, laterDays] = [
  { from: '2025-10-01', to: '2025-12-31' },
  { from: '2026-01-01', to: '2026-03-31' },
];
const beside = ({ from, to }: typeof earlierDays) => ({ compareFrom: from, compareTo: to });

/** What leaves of two stretches of days that follow each other, and every number in both of its columns. */
function leaving(id: ScorecardId, lived: readonly Lived[], times: readonly number[], earlierFirst: boolean) {
  const [earlier, later] = [lived.map(([one]) => one), lived.map(([, other]) => other)];
  const columns = earlierFirst ? [earlier, later] : [later, earlier];
  const days = earlierFirst
    ? { ...earlierDays, ...beside(laterDays) }
    : { ...laterDays, ...beside(earlierDays) };
  const [counts, compared] = columns.map((all) => countsOf(all, times)) as [
    ReturnType<typeof countsOf>,
    ReturnType<typeof countsOf>,
  ];
  const left = suppressScorecard(
    scorecardOf(id, { ...days, ...known }, { counts, compared, profile }),
    profile,
  );
  const cells = (['period', 'comparison'] as const).flatMap((which, at) =>
    cellsOf(left, which, columns[at] as readonly MadeUp[]),
  );
  return { left, cells };
}

describe('what leaves the partnership of days and of those just before them', () => {
  it.each([...Object.keys(lives)] as ScorecardId[])(
    '%s: none that is kept back follows from what is printed of both together',
    (id) => {
      const lived = lives[id] as readonly Lived[];
      const some = fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.nat({ max: 3 }) },
        { weight: 1, arbitrary: fc.nat({ max: 30 }) },
      );
      const times = fc.array(some, { minLength: lived.length, maxLength: lived.length });
      fc.assert(
        fc.property(times, fc.boolean(), (each, earlierFirst) => {
          const { cells } = leaving(id, lived, each, earlierFirst);
          expect(smallOf(cells)).toEqual([]);
          expect(toldOf(id, cells)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  const figureOf = ({ figures }: Scorecard, id: string) => figures.find((one) => one.id === id);
  const childrenOf = (
    now: { [name: string]: number },
    before: { [name: string]: number },
    compareTo: string,
  ) => {
    const [counts, compared] = [now, before].map((of) =>
      countsOf(
        Object.keys(of).map((name) => [name]),
        Object.values(of),
      ),
    ) as [ReturnType<typeof countsOf>, ReturnType<typeof countsOf>];
    const days = { ...laterDays, compareFrom: '2025-10-01', compareTo, ...known };
    return suppressScorecard(scorecardOf('children', days, { counts, compared, profile }), profile);
  };

  it('keeps a case opened back that the referrals would tell', () => {
    const now = {
      ...{ 'contacts/risk-assessment': 60, 'contacts/section-47-and-risk-assessment': 3, comings: 65 },
      ...{ 'opened/risk-assessment': 60, 'opened/section-47-and-risk-assessment': 3, 'opened/relisted': 2 },
    };
    const left = childrenOf(now, {}, '2025-12-01');
    const opened = figureOf(left, 'opened');
    expect(figureOf(left, 'referrals')?.period.n === null || opened?.lines[0]?.period.n === null).toBe(true);
    expect(opened?.lines.slice(1).map(({ period }) => period.n)).toEqual([null, null]);
  });

  it('keeps cases closed back that what was open on both last days would tell, only where the days meet', () => {
    const now = {
      ...{ 'contacts/risk-assessment': 20, comings: 20, 'opened/risk-assessment': 20, 'openAtEnd/high': 57 },
      ...{ 'closed/moved': 3, 'gradeAtOpening/high': 3, 'gradeAtClosing/high': 3, riskCompared: 3 },
    };
    const before = { 'openAtEnd/high': 40 };
    const shownOf = (compareTo: string) => {
      const left = childrenOf(now, before, compareTo);
      const ends = figureOf(left, 'open-at-end');
      return [figureOf(left, 'opened')?.period.n, ends?.period.n, ends?.comparison?.n];
    };
    expect(shownOf('2025-12-30')).toEqual([20, 57, 40]);
    expect(shownOf('2025-12-31')).toContain(null);
  });
});
