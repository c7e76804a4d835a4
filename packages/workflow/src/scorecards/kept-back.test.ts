import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomePart } from '../incidents/outcome-codes.js';
import { englandProfile as profile } from '../profile/profile.js';
import { cellsOf, countsOf, each, type MadeUp, smallOf, toldOf } from '../testing/what-leaves.js';
import { type ScorecardId, scorecardIds } from './measure.js';
import { scorecardOf } from './scorecard.js';
import { suppressScorecard } from './suppress.js';

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
    return [taken, [...taken, 'reReferrals'], [...taken, 'ended'], ...steps];
  }),
  ['contacts/relisted', 'comings', 'reReferrals'],
];
/** Which cases a contact opens, where nobody waits over the edge of the days. */
const opens = (one: MadeUp): MadeUp => [
  ...one,
  ...one.flatMap((name) =>
    /^contacts\/(?:risk|section|relisted)/.test(name) ? [name.replace('contacts', 'opened')] : [],
  ),
];
const takenUpAgain: MadeUp = ['comings', 'reReferrals', 'opened/relisted'];
const openedAtOnce: MadeUp[] = [...contacts.map(opens), takenUpAgain];
/** Some are taken on after the days in which they came, or in days before which they came. */
const openedAtAnyTime: MadeUp[] = [
  ...contacts,
  ...openedAtOnce,
  ...['risk-assessment', 'section-47-and-risk-assessment', 'relisted'].map((part) => [`opened/${part}`]),
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

const closedAndOpen: MadeUp[] = [
  ...closings.flatMap((one) => [30, 91].map((n) => [...one, ...days('daysOpen', n)])),
  ...['not-graded', ...grades].map((one) => [`openAtEnd/${one}`]),
];

/** Every kind of record that a scorecard counts, by what it is counted under; days stand for themselves. */
const records: { [scorecard in ScorecardId]: readonly MadeUp[] } = {
  children: [...openedAtAnyTime, ...closedAndOpen],
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

const asked = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: '2025-01-01', compareTo: '2025-03-31' },
  ...{ knownAt: '2026-04-01T09:00:00.000Z', entries: null },
};

describe('what leaves the partnership of each scorecard', () => {
  it.each([
    ...scorecardIds.map((id) => [id, 'whatever there was', records[id]] as const),
    [
      'children',
      'each case opened in the days of its referral',
      [...openedAtOnce, ...closedAndOpen],
    ] as const,
  ])(
    '%s (%s): no number from 1 to 4 is printed, and none that is kept back follows from all that is printed',
    (id, _, all) => {
      const some = fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 30 }));
      const times = fc.array(some, { minLength: all.length, maxLength: all.length });
      fc.assert(
        fc.property(times, times, (now, before) => {
          const [counts, compared] = [countsOf(all, now), countsOf(all, before)];
          const left = suppressScorecard(scorecardOf(id, asked, { counts, compared, profile }), profile);
          for (const which of ['period', 'comparison'] as const) {
            const cells = cellsOf(left, which, all);
            expect(smallOf(cells)).toEqual([]);
            expect(toldOf(id, cells)).toEqual([]);
          }
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});
