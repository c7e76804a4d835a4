import { labelOf, practiceThemes } from '@mase/workflow/words';
import { type LedView, leadFacts, leadWords } from '../../change-lead.js';
import { dateWords } from '../../date-words.js';
import { choices, type Register } from '../../register.js';

/** A practice theme. */
export interface ThemeView extends LedView {
  theme: string;
  title: string;
  sources: string[];
  on: string | null;
}

/** The register of practice themes. */
export const themes: Register<ThemeView> = {
  topic: 'practice-themes',
  title: 'Practice themes',
  one: 'Practice theme',
  says: 'What audits and feedback come back to, what was done about it, and what is different now.',
  none: 'No theme that you may see is recorded here.',
  begin: { verb: 'open-theme', roles: ['auditor', 'senior', 'coordinator'] },
  filters: [{ name: 'theme', label: 'Theme', options: () => choices(practiceThemes, labelOf) }],
  ways: [],
  name: ({ title }) => title,
  about: (one) =>
    `${labelOf(one.theme)}. ${one.on ? `Last answered ${dateWords(one.on)}` : 'Nothing done yet'}. ${leadWords(one)}`,
  facts: (one) => [
    { key: 'Theme', text: labelOf(one.theme) },
    { key: 'Noticed in', text: one.sources.map(labelOf).join(', ') },
    ...leadFacts(one, 'To be looked at by'),
    ...(one.on ? [{ key: 'Last answered', text: dateWords(one.on) }] : []),
  ],
  entries: {
    'theme-opened': { title: 'Opened', labels: { seen: 'What was seen' } },
    'theme-response': { title: 'What was done', labels: { did: 'In words', on: 'Day' } },
    'lead-changed': { title: 'Lead or day changed', labels: { due: 'By', reason: 'Why' } },
    'theme-closed': { title: 'Closed', labels: { difference: 'What is different' } },
  },
  codes: { on: dateWords, due: dateWords },
  steps: ['record-response', 'close-theme', 'change-lead'],
};
