import { daysAsked } from '../../../asked-days.js';
import { draftPart } from '../../../drafts.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { decisionWords, lineWords, type UnusualReport } from '../unusual-line.js';

/** What information governance makes of one line of the report, with words. */
export const page: Page = {
  id: 'unusual-looking/review',
  url: '/unusual-looking/review',
  section: '/unusual-looking',
  fields: { decision: select('what you decide'), words: enter('the words of your decision') },
  draft: (visit) => draftPart('new', visit.query.line),

  async get(visit) {
    const days = daysAsked(visit);
    const { body } = await visit.read<UnusualReport>('/api/v1/unusual-looking', days);
    const one = body.items.find(({ line }) => line === visit.query.line);
    return show({
      title: 'Decide about a line',
      back: { href: `/unusual-looking?${new URLSearchParams(days)}`, text: 'Unusual looking' },
      model: {
        one: one ? lineWords(one, days) : null,
        decisions: Object.entries(decisionWords).map(([value, text]) => ({ value, text })),
      },
    });
  },

  async post(visit) {
    await visit.send('/api/v1/unusual-looking/review', {
      ...daysAsked(visit),
      line: visit.query.line,
      seenUntil: visit.typed('seenUntil'),
      decision: visit.typed('decision'),
      words: visit.typed('words'),
    });
    return goTo(`/unusual-looking?${new URLSearchParams(daysAsked(visit))}`, 'The decision is kept.');
  },
};
