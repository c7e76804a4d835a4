import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomePart } from '../incidents/outcome-codes.js';
import { englandProfile as profile } from '../profile/profile.js';
import { follows } from '../testing/follows.js';
import { measuresIn } from './area-rules.js';
import { type Counted, type ScorecardId, scorecardIds } from './measure.js';
import { scorecardRegistry } from './registry.js';
import { type FigureValue, type ScorecardCount, scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';

/** Under which counts one record stands, as `measure` or `measure/part`: a made-up case, action, sitting or absence. */
type MadeUp = readonly string[];
const each = <T>(values: readonly T[], records: (value: T) => readonly MadeUp[]): MadeUp[] =>
  values.flatMap(records);

const grades = ['high', 'medium', 'low', 'none'];
const teams = ['North', 'South', 'not-known'];
const rules = ['triage-decision', 'plan-agreed', 'first-assessment'];
const endings = ['onTime', 'doneLate', 'notDone', 'noLongerPossible', 'overdue', ''];
const outcomes = profile.incidents.outcomes.slice(0, 4).map(outcomePart);

const contacts: MadeUp[] = [
  ...each(['no-further-action', 'early-help', 'awaiting'], (part) => [
    [`contacts/${part}`, 'comings'],
    [`contacts/${part}`, 'comings', 'reReferrals'],
  ]),
  ...each(['risk-assessment', 'section-47-and-risk-assessment'], (part) => {
    const taken = [`contacts/${part}`, 'comings'];
    const all = ['assessed', 'graded', 'planned', 'heard', 'ended'];
    const steps = all.map((_, index) => [...taken, ...all.slice(0, index + 1)]);
    return [taken, [...taken, 'reReferrals'], [...taken, 'ended'], ...steps, [`opened/${part}`]];
  }),
  ['comings', 'reReferrals', 'opened/relisted'],
  ['contacts/relisted', 'comings', 'reReferrals'],
  ['opened/relisted'],
];
const closings: MadeUp[] = each(['moved', 'not-found'], (reason) => [
  [`closed/${reason}`, 'gradeAtOpening/not-graded', 'gradeAtClosing/not-graded'],
  ...each(grades, (first) =>
    grades.map((last, height) => [
      ...[`closed/${reason}`, `gradeAtOpening/${first}`, `gradeAtClosing/${last}`, 'riskCompared'],
      ...(height > grades.indexOf(first) ? ['riskReduced'] : []),
    ]),
  ),
]);
const days = (name: string, n: number): string[] => Array.from({ length: n }, () => name);
const actions = (named: (count: string) => string): MadeUp[] =>
  each(teams, (agency) =>
    endings.flatMap((end) => {
      const one = [`${named('actions')}/${agency}`, ...(end ? [`${named(end)}/${agency}`] : [])];
      if (end !== 'doneLate') return [one];
      return [1, 9].map((late) => [...one, ...days(`${named('daysLate')}/${agency}`, late)]);
    }),
  );
const strands: MadeUp[] = [
  ...['personsNominated', 'personsAccepted', 'placesNominated', 'placesAccepted'].map((count) => [count]),
  ...each(['personsAtEnd', 'placesAtEnd'], (count) =>
    ['high', 'medium', 'low'].map((part) => [`${count}/${part}`]),
  ),
  ...each(['personsRemoved', 'placesRemoved'], (count) =>
    ['no-longer-necessary', 'moved'].map((part) => [`${count}/${part}`]),
  ),
  ...each(['chawn', 'scpo'], (code) => [
    [`orders/${code}`],
    [`orders/${code}`, `inForce/${code}`],
    [`breaches/${code}`],
  ]),
];

/** Every kind of record that a scorecard counts, by what it is counted under; days stand for themselves. */
const records: { [scorecard in ScorecardId]: readonly MadeUp[] } = {
  children: [
    ...contacts,
    ...closings.flatMap((one) => [30, 91].map((n) => [...one, ...days('daysOpen', n)])),
    ...['not-graded', ...grades].map((one) => [`openAtEnd/${one}`]),
  ],
  timeliness: each(rules, (rule) => [
    ...['met', 'late', 'missed', 'overdue'].map((end) => [`due/${rule}`, `${end}/${rule}`]),
    [`extended/${rule}`],
  ]),
  plan: actions((count) => count),
  strands,
  panel: [
    ...['sittings/held', 'sittings/cancelled'].map((one) => [one]),
    ['sittings/held', 'inquorate'],
    ...each(teams, (agency) => [
      [`expected/${agency}`],
      [`expected/${agency}`, `attended/${agency}`],
      [`expected/${agency}`, `silent/${agency}`],
    ]),
    ...['continue', 'step-down', 'not-decided'].map((one) => [`items/${one}`]),
    ...actions((count) => `given${count[0]?.toUpperCase()}${count.slice(1)}`),
  ],
  caseload: [
    ...each(teams, (team) => [
      [`cases/${team}`, `waiting/${team}`],
      [`cases/${team}`, `withWorker/${team}`],
      [`workers/${team}`],
    ]),
    ...each(['servicesReferred', 'servicesStarted', 'servicesEnded', 'servicesAtEnd'], (count) =>
      teams.map((team) => [`${count}/${team}`]),
    ),
  ],
  completeness: each(
    [
      { kind: 'child', fields: ['sex', 'ethnicity', 'plan'] },
      { kind: 'place', fields: ['kind', 'postcode'] },
    ],
    ({ kind, fields }) => {
      const asked = fields.map((field) => `asked/${kind}/${field}`);
      const known = fields.map((field) => `known/${kind}/${field}`);
      return [asked, [...asked, ...known], ...known.map((one) => [...asked, one])];
    },
  ),
  cohort: each(['female', 'male', 'not-known'], (sex) =>
    each(['13 to 15', '16 to 17'], (age) =>
      each(['WBRI', 'ABAN', 'not-known'], (ethnicity) =>
        ['C2', 'not-looked-after'].map((status) => [
          ...['cohort', `sex/${sex}`, `age/${age}`, `ethnicity/${ethnicity}`, `legalStatus/${status}`],
        ]),
      ),
    ),
  ).concat([['vulnerability/child-in-need'], ['vulnerability/protection-plan']]),
  missing: each(['missing', 'away'], (kind) =>
    each(['home', 'care'], (from) =>
      each(['low', 'high'], (level) => {
        const absent = [`episodes/${kind}`, `from/${from}`, `level/${level}`];
        const ended = ['completed-in-time', 'refused', 'not-recorded'].map((one) => [
          ...absent,
          'ended',
          `outcome/${one}`,
        ]);
        return [absent, ...ended, ...ended.map((one) => [...one, 'offered'])];
      }),
    ),
  ).concat([
    ['children'],
    ['children', 'childrenRepeat'],
    ['children', 'firstTime'],
    ['children', 'firstTime', 'firstTimeNotAgain'],
  ]),
  incidents: each(['crime', 'non-crime'], (kind) =>
    each([...outcomes, 'no-outcome'], (outcome) => [
      [`incidents/${kind}`, `outcomes/${outcome}`],
      [`incidents/${kind}`, `outcomes/${outcome}`, 'offenderKnown'],
    ]),
  ).concat(
    each(['victims', 'offenders', 'places'], (side) => [[side], [side, `${side}Repeat`], [`${side}Unknown`]]),
  ),
};

const countName = (name: string) => {
  const [measure = '', ...part] = name.split('/');
  return { measure, part: part.length > 0 ? part.join('/') : null };
};
const countsOf = (all: readonly MadeUp[], times: readonly number[]): ScorecardCount[] => {
  const counts = new Map<string, number>();
  for (const [index, one] of all.entries())
    for (const name of one) counts.set(name, (counts.get(name) ?? 0) + (times[index] as number));
  return [...counts].map(([name, n]) => ({ ...countName(name), n }));
};
/** How often each kind of record stands in a number that a scorecard prints. */
const cellOf = (
  all: readonly MadeUp[],
  { count, parts }: Pick<Counted, 'count' | 'parts'>,
  line?: string,
): number[] =>
  all.map(
    (one) =>
      one
        .map(countName)
        .filter(({ measure }) => measure === count)
        .filter(({ part }) => (!parts || parts.includes(part ?? '')) && (line === undefined || part === line))
        .length,
  );

const asked = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: '2025-01-01', compareTo: '2025-03-31' },
  ...{ knownAt: '2026-04-01T09:00:00.000Z', entries: null },
};

/** Every number of one column of what leaves: what it counts, and what is printed of it. */
function cellsOf(
  id: ScorecardId,
  left: ReturnType<typeof suppressScorecard>,
  which: 'period' | 'comparison',
) {
  const cells: { name: string; counts: number[]; shown: number | null; isDays: boolean }[] = [];
  for (const { id: figureId, numerator, denominator, ofWhole } of measuresIn(
    profile,
    scorecardRegistry[id].measures,
  )) {
    const figure = left.figures.find((one) => one.id === figureId);
    const put = (value: FigureValue | null | undefined, line?: string) => {
      if (!value) return;
      const name = `${figureId} ${line ?? ''}`;
      const isDays = numerator.isDays ?? false;
      cells.push({ name, counts: cellOf(records[id], numerator, line), shown: value.n, isDays });
      const of = denominator && cellOf(records[id], denominator, ofWhole ? undefined : line);
      if (of) cells.push({ name: `${name} of`, counts: of, shown: value.of, isDays: false });
    };
    put(figure?.[which]);
    for (const line of figure?.lines ?? []) put(line[which], line.part);
  }
  return cells;
}

describe('what leaves the partnership of each scorecard', () => {
  it.each([...scorecardIds])(
    '%s: no number from 1 to 4 is printed, and none that is kept back follows from all that is printed',
    (id) => {
      const all = records[id];
      const some = fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 30 }));
      const times = fc.array(some, { minLength: all.length, maxLength: all.length });
      fc.assert(
        fc.property(times, times, (now, before) => {
          const [counts, compared] = [countsOf(all, now), countsOf(all, before)];
          const left = suppressScorecard(scorecardOf(id, asked, { counts, compared, profile }), profile);
          for (const which of ['period', 'comparison'] as const) {
            const cells = cellsOf(id, left, which);
            const shown = cells.filter(({ shown: n }) => n !== null);
            expect(shown.filter(({ shown: n, isDays }) => !isDays && n !== null && n > 0 && n < 5)).toEqual(
              [],
            );
            const kept = cells.filter(({ shown: n }) => n === null);
            // Of children whoever knows how all grades rose and fell knows more from noughts than the sums tell.
            const noughts = id === 'children' ? [] : shown;
            const nought = new Set(
              noughts.flatMap(({ counts: of, shown: n }) =>
                n === 0 ? of.flatMap((k, at) => (k > 0 ? [at] : [])) : [],
              ),
            );
            const known = (of: readonly number[]) => of.map((k, at) => (nought.has(at) ? 0 : k));
            const told = follows(
              shown.map((one) => known(one.counts)),
              kept.map((one) => known(one.counts)),
            );
            expect(kept.filter((_, at) => told[at]).map(({ name }) => name)).toEqual([]);
          }
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});
