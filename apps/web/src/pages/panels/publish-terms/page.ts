import { commandPage } from '../../../command-page.js';
import { panelSubjectOf, readPanel } from '../panel.js';

/** Publishes the terms of reference of a panel, as a new version. */
export const page = commandPage({
  command: 'panels/publish-terms',
  section: '/sittings',
  async opened(visit) {
    const { panel, etag } = await readPanel(visit);
    return { ...panelSubjectOf(panel, etag), values: { text: panel.terms[0]?.text ?? '' } };
  },
  says: 'Every version stays on the books. The coordinator’s list says when a review is due.',
  asks: [
    {
      name: 'text',
      label: 'Terms of reference',
      called: 'the terms of reference',
      kind: 'text',
      hint: 'What the panel is for, who belongs to it, what it decides and to whom it answers.',
    },
    { name: 'reviewOn', label: 'By when are they reviewed?', called: 'the day of the review', kind: 'date' },
  ],
  done: 'The terms of reference are published. Members of the panel read them here.',
});
