import { stateLabels } from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import type { ChildView } from '../../children/child.js';
import { kindWords } from '../../missing-episodes/episode.js';
import { type ProposalView, proposalFacts, readProposal } from '../proposal.js';

/** The child's episodes in the window of the proposal, which are those that were counted. */
function countedEpisodes({ because }: ProposalView, { episodes }: ChildView) {
  if (!because || because.factors) return [];
  return episodes
    .filter(({ start }) => start.slice(0, 10) > because.from && start.slice(0, 10) <= because.to)
    .map(({ start, end, kind }) => ({
      start: dateWords(start),
      end: end ? dateWords(end) : 'Not yet known',
      kind: kindWords[kind] ?? kind,
    }));
}

/** One proposal: whom it is about, why it was raised with the episodes counted, and what was decided. */
export const page: Page = {
  id: 'referral-proposals/view',
  url: '/referral-proposals/:id',
  section: '/referral-proposals',

  async get(visit) {
    const { proposal } = await readProposal(visit);
    const child = await visit.api.get<ChildView>(path`/api/v1/children/${proposal.childId}`);
    const href = `/referral-proposals/${proposal.id}`;
    const decided = proposal.decided;
    return show({
      title: 'Referral proposal',
      back: { href: '/referral-proposals', text: 'Referral proposals' },
      model: {
        caption: proposal.childName,
        childHref: `/children/${proposal.childId}`,
        state: stateLabels[proposal.state] ?? proposal.state,
        ...withDates(proposalFacts(proposal), proposal),
        episodes: child.ok ? countedEpisodes(proposal, child.body) : [],
        decided: decided ? `${decided.accepted ? 'Accepted' : 'Declined'} on ${dateWords(decided.at)}` : null,
        caseHref: decided?.caseId ? `/child-cases/${decided.caseId}` : null,
        open: canDo(proposal.allowed, 'referral-proposals/accept-proposal'),
        missing: decided ? [] : missingFor(proposal.allowed, 'referral-proposals/accept-proposal'),
        accept: `${href}/accept-proposal`,
        decline: `${href}/decline-proposal`,
      },
    });
  },
};
