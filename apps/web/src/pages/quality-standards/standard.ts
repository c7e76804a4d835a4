import { labelOf, standardRatings, standardRatingWords } from '@mase/workflow/words';
import { type LedView, leadFacts, leadWords } from '../../change-lead.js';
import { dateWords } from '../../date-words.js';
import { choices, type Register } from '../../register.js';
import { agencyOptions } from '../../teams.js';

/** A standard as one agency is held to it. */
export interface StandardView extends LedView {
  number: string;
  title: string;
  agencyName: string;
  rating: string | null;
  on: string | null;
}

/** A judgement in words: its colour and what it means. */
export const ratingWords = (rating: string): string =>
  standardRatingWords[rating as keyof typeof standardRatingWords] ?? labelOf(rating);

const judged = ({ rating, on }: StandardView): string =>
  rating && on ? `${ratingWords(rating)}, ${dateWords(on)}` : 'Not judged yet';

/** The register of standards. */
export const standards: Register<StandardView> = {
  topic: 'quality-standards',
  title: 'Standards',
  one: 'Standard',
  says: 'What each agency is held to, how far it is met, and on what evidence. Earlier judgements stay.',
  none: 'No standard that you may see is recorded here.',
  begin: { verb: 'add-standard', roles: ['auditor', 'senior', 'coordinator'] },
  filters: [
    { name: 'agencyId', label: 'Agency', options: async (visit) => (await agencyOptions(visit)).slice(1) },
    { name: 'rating', label: 'Judgement', options: () => choices(standardRatings, ratingWords) },
  ],
  ways: [],
  name: ({ number, title }) => `${number} ${title}`,
  about: (one) => `${one.agencyName}. ${judged(one)}. ${leadWords(one)}`,
  facts: (one) => [
    { key: 'Agency', text: one.agencyName },
    { key: 'Last judgement', text: judged(one) },
    ...leadFacts(one, 'To be judged by'),
  ],
  entries: {
    'standard-added': { title: 'Added', labels: { asks: 'What it asks for' } },
    'standard-judged': { title: 'Judged', labels: { rating: 'Judgement', evidence: 'Evidence', on: 'Day' } },
    'lead-changed': { title: 'Lead or day changed', labels: { due: 'By', reason: 'Why' } },
    'standard-retired': { title: 'Not in use any more', labels: { reason: 'Why' } },
  },
  codes: { rating: ratingWords, on: dateWords, due: dateWords },
  steps: ['judge-standard', 'change-lead', 'retire-standard'],
};
