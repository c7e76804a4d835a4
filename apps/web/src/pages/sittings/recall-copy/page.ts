import { commandPage } from '../../../command-page.js';
import { readCopies, sittingSubject } from '../sitting.js';

/** Recalls one recipient's copy of the papers: it can no longer be had, and whoever has it is told to destroy it. */
export const page = commandPage({
  command: 'sittings/recall-copy',
  section: '/sittings',
  async opened(visit) {
    const [subject, { items }] = await Promise.all([sittingSubject(visit), readCopies(visit)]);
    const { recipient } = visit.query;
    return {
      ...subject,
      options: {
        recipientId: items
          .filter(({ copy, recalled }) => copy && !recalled)
          .map(({ recipientId, name, agencyName }) => ({
            value: recipientId,
            text: [name, agencyName].filter(Boolean).join(', '),
          })),
      },
      ...(recipient ? { values: { recipientId: recipient } } : {}),
    };
  },
  says: 'The copy can no longer be fetched or opened by its recipient, who is told to destroy what there is of it on paper. The list of copies says that it was recalled, when and why. Issue the papers again to give it back.',
  asks: [
    { name: 'recipientId', label: 'Whose copy?', called: 'whose copy', kind: 'select' },
    {
      name: 'reason',
      label: 'Why is it recalled?',
      called: 'the reason',
      kind: 'text',
      hint: 'Whoever reads the list of copies reads it. Write nothing of a child.',
    },
  ],
  done: 'The copy is recalled. Its recipient is told to destroy what there is of it on paper.',
  next: (visit) => `/sittings/${visit.params.id ?? ''}?papers=all#papers`,
});
