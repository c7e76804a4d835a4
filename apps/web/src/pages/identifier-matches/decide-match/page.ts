import { commandPage } from '../../../command-page.js';
import { matchSubject } from '../match.js';

/** Decides whether two records are about the same, and whether that may be made known. */
export const page = commandPage({
  command: 'identifier-matches/decide-match',
  section: '/intelligence',
  opened: matchSubject,
  says: 'Only where you choose to make it known is whoever has the other record told that yours exists.',
  asks: [
    {
      name: 'decision',
      label: 'What do you decide?',
      called: 'what you decide',
      kind: 'radios',
      options: [
        { value: 'same-told', text: 'The same: tell whoever has the other record' },
        { value: 'same-kept', text: 'The same: tell nobody yet' },
        { value: 'not-the-same', text: 'Not the same' },
      ],
    },
    { name: 'reasons', label: 'Why?', called: 'why', kind: 'text' },
    {
      name: 'lead',
      label: 'The social care lead with whom it was decided',
      called: 'the social care lead with whom it was decided',
      kind: 'line',
      hint: 'Needed where a child may be in danger.',
    },
  ],
  done: 'The match is decided.',
});
