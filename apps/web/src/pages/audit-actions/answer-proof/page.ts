import { commandPage } from '../../../command-page.js';
import { actionSubject, readAction } from '../action.js';

/** Says whether a proof shows that the action was done, or until when it is to be done. */
export const page = commandPage({
  command: 'audit-actions/answer-proof',
  section: '/quality',
  opened: async (visit) => {
    const [subject, { view }] = [await actionSubject(visit), await readAction(visit)];
    const proof = view.written.find(({ kind }) => kind === 'audit-action-proof')?.body.proof;
    const shown = typeof proof === 'string' ? [{ key: 'Proof', text: proof }] : [];
    return { ...subject, facts: [...(subject.facts ?? []), ...shown] };
  },
  says: 'What is accepted is proven and ends. What goes back is to be done by the new day.',
  asks: [
    {
      name: 'answer',
      label: 'Does it show that it was done?',
      called: 'whether it shows it',
      kind: 'radios',
      options: [
        { value: 'accepted', text: 'Yes: it is proven' },
        { value: 'sent-back', text: 'No: it goes back to its owner' },
      ],
    },
    { name: 'words', label: 'In words', called: 'what you found', kind: 'text' },
    { name: 'due', label: 'If it goes back: by when?', called: 'the new day', kind: 'date' },
  ],
  done: 'Your answer is recorded.',
});
