import { type JourneyStep, nobody, reason } from './journey-step.js';

const given = (over: object) => ({
  ...{ code: 'emergency-protection-order', why: 'The child is not safe (made up)', nextOn: '2030-01-31' },
  ...over,
});

const consider = (as: string): JourneyStep => ({
  command: 'disruption-measures/consider-measure',
  who: 'coordinator',
  as,
  body: ({ known }) => given({ childIds: [known.first] }),
  refusedBody: () => given({ childIds: [nobody] }),
});

const on = (
  verb: string,
  of: string,
  body: JourneyStep['body'],
  more: Partial<JourneyStep> = {},
): JourneyStep => ({ command: `disruption-measures/${verb}`, who: 'coordinator', on: of, body, ...more });

const conditions = 'The child stays where the child is (made up)';
const varied = { decidedBy: 'Made-up court', why: 'The child moved', conditions };
const breach = { what: 'Came to the door (made up)', answer: 'Arrested' };

/** Measures that end in every way but by the clock. */
export const measures: JourneyStep[] = [
  consider('order'),
  on(
    'apply-for-measure',
    'order',
    () => ({ to: 'Made-up court', words: 'Applied for', nextOn: '2030-02-01' }),
    { refusedBody: () => ({ to: 'Made-up court', words: 'Applied for', nextOn: '2020-01-01' }) },
  ),
  on('grant-measure', 'order', () => ({ decidedBy: 'Made-up court', conditions, lastDay: '2030-06-01' })),
  on('serve-measure', 'order', () => ({ how: 'By hand (made up)' }), {
    keep: async ({ known }, _answer, api) => {
      const view = await api.view('coordinator', 'disruption-measures', known.order as string);
      known.rowOfOrder = (view.written as unknown as { id: string; kind: string }[]).find(
        ({ kind }) => kind === 'measure-considered',
      )?.id as string;
    },
  }),
  on('record-breach', 'order', () => breach, {
    refusedBody: () => ({ ...breach, happened: '2020-01-01T09:00:00.000Z' }),
  }),
  on('review-measure', 'order', () => ({ outcome: 'renewal-sought', words: 'Made up' }), {
    refused: 'never',
  }),
  on('vary-measure', 'order', () => ({ ...varied, lastDay: '2030-09-01' }), {
    refusedBody: () => ({ ...varied, lastDay: '2020-01-01' }),
  }),
  on(
    'allocate-measure',
    'order',
    ({ people }) => ({ ownerId: people.intelligence, reason: 'Made-up leave' }),
    { refusedBody: () => ({ ownerId: nobody, reason: 'Made-up leave' }) },
  ),
  on(
    'correct-entry',
    'order',
    ({ known }) => ({ rowId: known.rowOfOrder, words: 'What is right (made up)', ...reason() }),
    { refusedBody: () => ({ rowId: nobody, words: 'What is right (made up)', ...reason() }) },
  ),
  on('discharge-measure', 'order', reason),
  consider('refusedOrder'),
  on('refuse-measure', 'refusedOrder', reason),
  consider('droppedOrder'),
  on('drop-measure', 'droppedOrder', reason),
  on('withdraw-measure', 'droppedOrder', reason),
];
