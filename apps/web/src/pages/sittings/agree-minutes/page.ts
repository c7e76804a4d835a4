import { commandPage } from '../../../command-page.js';
import type { Visit } from '../../../visit.js';
import { type SittingView, sittingSubject, sittingWords } from '../sitting.js';

/** Sittings in session, where the minutes of an earlier one are agreed. */
async function inSession(visit: Visit) {
  const { body } = await visit.read<{ items: SittingView[] }>('/api/v1/sittings?phase=inSession');
  const open = body.items.filter(({ id }) => id !== visit.params.id);
  return [
    ...open.map((one) => ({ value: one.id, text: `At ${sittingWords(one)}` })),
    { value: '', text: 'Between sittings, by the chair' },
  ];
}

/** The minutes are agreed as they stand, at the sitting that is in session or by the chair; they cannot be changed afterwards. */
export const page = commandPage({
  command: 'sittings/agree-minutes',
  section: '/sittings',
  opened: async (visit) => ({
    ...(await sittingSubject(visit)),
    options: { sittingId: await inSession(visit) },
  }),
  says: 'Agreed minutes cannot be changed. The sitting that agrees them minutes it.',
  asks: [
    { name: 'sittingId', label: 'Where are they agreed?', called: 'where they are agreed', kind: 'select' },
  ],
  done: 'The minutes are agreed.',
});
