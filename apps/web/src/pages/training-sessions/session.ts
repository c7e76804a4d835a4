import { labelOf, trainedTrades, trainingAudiences } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { choices, type Register, type RegisterView } from '../../register.js';
import type { AttendedLine } from './attended.js';

/** A session of training. */
export interface SessionView extends RegisterView {
  title: string;
  on: string;
  audience: string;
  trade: string | null;
  place: string | null;
  attended: AttendedLine[];
}

const came = ({ attended }: SessionView): string => {
  const all = attended.reduce((sum, { n }) => sum + n, 0);
  return all === 1 ? '1 person' : `${all.toLocaleString('en-GB')} people`;
};
const where = ({ place, trade }: SessionView): string =>
  [place, trade && labelOf(trade)].filter(Boolean).join(', ');

/** The training log. */
export const training: Register<SessionView> = {
  topic: 'training-sessions',
  title: 'Training log',
  one: 'Training',
  says: 'What was given for whom, how many came from where, at which place or for which trade.',
  none: 'No training that you may see is recorded here.',
  begin: {
    verb: 'record-session',
    roles: ['auditor', 'senior', 'coordinator', 'manager', 'member', 'licensing-officer', 'police-desk'],
  },
  filters: [
    { name: 'audience', label: 'For whom', options: () => choices(trainingAudiences, labelOf) },
    { name: 'trade', label: 'Trade', options: () => choices(trainedTrades, labelOf) },
  ],
  ways: [{ href: '/training-sessions/summary', text: 'Numbers of some days' }],
  name: ({ title }) => title,
  about: (one) => `${dateWords(one.on)}. ${labelOf(one.audience)}, ${came(one)}. ${where(one)}`,
  facts: (one) => [
    { key: 'Given', text: dateWords(one.on) },
    { key: 'For whom', text: labelOf(one.audience) },
    { key: 'Where or for which trade', text: where(one) },
    { key: 'Altogether', text: came(one) },
    ...one.attended.map(({ from, n }) => ({ key: from, text: n.toLocaleString('en-GB') })),
  ],
  entries: {
    'session-recorded': { title: 'Recorded', labels: { givenBy: 'Given by', about: 'What should be known' } },
    'session-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: {},
  steps: ['withdraw-session'],
};
