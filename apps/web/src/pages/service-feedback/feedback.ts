import { feedbackGivers, feedbackSays, feedbackThemes, labelOf } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { choices, type Register, type RegisterView } from '../../register.js';

/** What a child or a parent said of the service. */
export interface FeedbackView extends RegisterView {
  giver: string;
  theme: string;
  says: string;
  way: string;
  month: string;
  on: string | null;
}

const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

/** The register of feedback on the service. */
export const feedback: Register<FeedbackView> = {
  topic: 'service-feedback',
  title: 'Feedback on the service',
  one: 'Feedback on the service',
  says: 'What children and parents say of the service, by theme, and what was done about it. Nobody is named, and no case.',
  none: 'No feedback that you may see is recorded here.',
  begin: {
    verb: 'record-service-feedback',
    roles: ['auditor', 'senior', 'coordinator', 'manager', 'worker', 'advocate', 'interviewer'],
  },
  filters: [
    { name: 'giver', label: 'From', options: () => choices(feedbackGivers, labelOf) },
    { name: 'theme', label: 'About', options: () => choices(feedbackThemes, labelOf) },
    { name: 'says', label: 'What it says', options: () => choices(feedbackSays, labelOf) },
  ],
  ways: [{ href: '/service-feedback/summary', text: 'Numbers of some days' }],
  name: ({ theme, says }) => `${labelOf(theme)}: ${labelOf(says).toLowerCase()}`,
  about: (one) =>
    `${labelOf(one.giver)}, ${monthWords(one.month)}, by ${labelOf(one.way).toLowerCase()}. ${one.on ? `Answered ${dateWords(one.on)}` : 'Not answered yet'}`,
  facts: (one) => [
    { key: 'From', text: labelOf(one.giver) },
    { key: 'About', text: labelOf(one.theme) },
    { key: 'What it says', text: labelOf(one.says) },
    { key: 'Month', text: monthWords(one.month) },
    { key: 'How it came', text: labelOf(one.way) },
    ...(one.on ? [{ key: 'Last answered', text: dateWords(one.on) }] : []),
  ],
  entries: {
    'feedback-recorded': { title: 'Recorded', labels: { words: 'In their own words' } },
    'feedback-answered': { title: 'What was done', labels: { did: 'In words', on: 'Day' } },
    'feedback-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: { on: dateWords },
  steps: ['answer-feedback', 'withdraw-feedback'],
};
