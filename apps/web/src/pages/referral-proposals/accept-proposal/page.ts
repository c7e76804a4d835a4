import { commandPage } from '../../../command-page.js';
import { proposalSubject } from '../proposal.js';

/** Takes a proposal up: the referral is recorded in the same step and waits for triage. */
export const page = commandPage({
  command: 'referral-proposals/accept-proposal',
  section: '/referral-proposals',
  opened: proposalSubject,
  says: 'The referral is recorded at once, with the count above, and waits for triage.',
  asks: [
    {
      name: 'seenOrSaid',
      label: 'What was seen or said?',
      called: 'what was seen or said',
      kind: 'text',
      hint: 'What is known beside the count: what was done to the child, by whom, who saw it.',
    },
    {
      name: 'immediateDanger',
      label: 'Is the child in immediate danger?',
      called: 'whether the child is in immediate danger',
      kind: 'yesNo',
      hint: 'If somebody is in danger now, call 999 first.',
    },
  ],
  done: 'The proposal is accepted and the referral recorded.',
});
