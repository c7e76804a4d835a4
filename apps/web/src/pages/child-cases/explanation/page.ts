import { type Page, show } from '../../../page.js';
import { openCase } from '../case-page.js';
import { explained } from '../explained.js';

/** How the suggestion of one assessment was reached, and what it changed: of an earlier one, which the page of the case only names. */
export const page: Page = {
  id: 'child-cases/explanation',
  url: '/child-cases/:id/explanation',
  section: '/child-cases',

  async get(visit) {
    const { view, bar } = await openCase(visit);
    const entry = view.written.find(({ id, kind }) => id === visit.query.entry && kind === 'assessment');
    return show({
      title: 'How the suggestion was reached',
      back: { href: bar.href, text: 'Back to the case' },
      model: { bar, happened: entry?.happened ?? null, explained: entry ? explained(entry, view, 2) : null },
    });
  },
};
