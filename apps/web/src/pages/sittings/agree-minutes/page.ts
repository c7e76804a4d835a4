import { commandPage } from '../../../command-page.js';
import { readSitting, subjectOf } from '../sitting.js';
import { inSessionOfPanel } from '../sittings-in-session.js';

/** The minutes are agreed as they stand, at the sitting that is in session or by the chair; they cannot be changed afterwards. */
export const page = commandPage({
  command: 'sittings/agree-minutes',
  section: '/sittings',
  opened: async (visit) => {
    const { sitting, etag } = await readSitting(visit);
    const open = await inSessionOfPanel(visit, sitting);
    return {
      ...subjectOf(sitting, etag),
      see: { href: `/sittings/${sitting.id}/minutes-parts`, text: 'See first what is filed on each case' },
      options: { sittingId: [...open, { value: '', text: 'Between sittings, by the chair' }] },
    };
  },
  says: 'Agreed minutes cannot be changed, and each case on the agenda files its part of them for good. The sitting that agrees them minutes it.',
  asks: [
    { name: 'sittingId', label: 'Where are they agreed?', called: 'where they are agreed', kind: 'select' },
  ],
  done: 'The minutes are agreed.',
});
