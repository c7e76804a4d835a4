import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { changeTag } from '../../instrument-changes/change.js';
import { proposalFacts, proposalWords, readProposal } from '../proposal.js';

const steps = [
  { verb: 'approve-change', text: 'Approve the profile', main: true },
  { verb: 'refuse-change', text: 'Refuse the profile', main: false },
  { verb: 'withdraw-change', text: 'Withdraw the proposal', main: false },
];

/** One proposed profile: each rule that it would change, why, and what was decided. */
export const page: Page = {
  id: 'profile-changes/view',
  url: '/profile-changes/:id',
  section: '/profiles',

  async get(visit) {
    const { proposal } = await readProposal(visit);
    const decision = proposal.written.find(({ kind }) => kind === 'profile-decision');
    return show({
      title: proposalWords(proposal),
      back: { href: '/profiles', text: 'Profiles' },
      model: {
        tag: changeTag(proposal.state),
        facts: proposalFacts(proposal),
        changes: proposal.changes,
        decision: decision
          ? {
              when: dateWords(decision.happened),
              by: String(decision.body.by ?? ''),
              reason: decision.body.reason ? String(decision.body.reason) : null,
            }
          : null,
        steps: steps
          .filter(({ verb }) => canDo(proposal.allowed, `profile-changes/${verb}`))
          .map(({ verb, ...one }) => ({ ...one, href: `/profile-changes/${proposal.id}/${verb}` })),
      },
    });
  },
};
