import { type concerns, labelOf, type SampleCriteria, stateLabels } from '@mase/workflow/words';
import { dateWords, momentWords } from '../../date-words.js';
import type { Register, RegisterView } from '../../register.js';
import { gradeName } from '../child-cases/code-words.js';

/** A sample of cases as the api shows it. */
export interface SampleView extends RegisterView {
  title: string;
  basis: SampleCriteria['basis'];
  from: string;
  to: string;
  grade: string | null;
  teamId: string | null;
  concern: (typeof concerns)[number] | null;
  wanted: number;
  size: number;
  seed: number;
  sealed: { entries: number; at: string } | null;
  population: { size: number; digest: string };
  drawn: { name: string; at: string } | null;
  ended: { how: string; at: string } | null;
  cases: {
    place: number;
    caseId: string;
    name: string;
    reference: string;
    cautions: string[];
    state: { work: string };
    grade: string | null;
    audits: { id: string; state: string; auditorName: string; dueOn: string }[];
  }[];
}

/** Which cases a sample is of, in words before its days. */
export const basisWords: Record<SampleCriteria['basis'], string> = {
  received: 'Received',
  closed: 'Closed',
  'open-on-last-day': 'Open on the last day',
};

/** A grade in words; where none is confirmed, that. */
export const sampledGradeWords = (grade: string): string =>
  grade === 'not-graded' ? 'No grade confirmed' : gradeName(grade);

const amount = (n: number) => n.toLocaleString('en-GB');

function days({ basis, from, to }: SampleView): string {
  if (basis === 'open-on-last-day') return `Open on ${dateWords(to)}, received since any day`;
  return `${basisWords[basis]} from ${dateWords(from)} to ${dateWords(to)}`;
}

function facts(one: SampleView) {
  const { drawn, sealed, ended, grade, teamId, concern, population } = one;
  const lines: [string, string | null][] = [
    ['Which cases', days(one)],
    ['Grade', grade && sampledGradeWords(grade)],
    ['Team', teamId],
    ['Kind', concern && labelOf(concern)],
    ['Drawn', `${amount(one.size)} of ${amount(population.size)} cases`],
    ['Seed', String(one.seed)],
    [
      'Books',
      sealed
        ? `As sealed ${momentWords(sealed.at)}, at ${amount(sealed.entries)} entries of the ledger`
        : 'As they stood: nothing was sealed yet',
    ],
    ['Digest of those it was drawn from', population.digest],
    ['Drawn by', drawn && `${drawn.name}, ${dateWords(drawn.at)}`],
    ['Ended', ended && `${stateLabels[ended.how] ?? ended.how}, ${dateWords(ended.at)}`],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** The register of samples. */
export const samples: Register<SampleView> = {
  topic: 'dip-samples',
  title: 'Dip samples',
  one: 'Dip sample',
  says: 'Cases drawn by chance to be audited. The seed, the criteria and the seal of the books are kept: anybody can draw the same cases again.',
  none: 'No sample was drawn that you may see.',
  begin: { verb: 'draw-sample', roles: ['auditor', 'senior'] },
  filters: [],
  ways: [{ href: '/case-audits', text: 'Case audits' }],
  name: ({ title }) => title,
  about: (one) => `${amount(one.size)} of ${amount(one.population.size)} cases. ${days(one)}`,
  facts,
  entries: {
    'dip-sample': { title: 'Drawn', labels: { purpose: 'Why' } },
    'dip-sample-concluded': { title: 'What was learnt', labels: { conclusions: 'In words' } },
    'dip-sample-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: {},
  steps: ['conclude-sample', 'withdraw-sample'],
};
