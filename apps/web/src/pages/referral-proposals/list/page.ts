import { stateLabels } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { filesFor } from '../../../sections.js';
import { becauseWords, type ProposalView } from '../proposal.js';

/** Referral proposals: those to decide first, then those decided. */
export const page: Page = {
  id: 'referral-proposals/list',
  url: '/referral-proposals',
  section: '/referral-proposals',

  async get(visit) {
    const { items } = await readList<ProposalView>(visit, '/api/v1/referral-proposals');
    const lines = items.map((one) => ({
      href: `/referral-proposals/${one.id}`,
      name: one.childName,
      because: becauseWords(one),
      open: one.state === 'proposed',
      tag: {
        text: one.state === 'proposed' ? 'To decide' : (stateLabels[one.state] ?? one.state),
        classes: one.state === 'proposed' ? 'govuk-tag--yellow' : 'govuk-tag--grey',
      },
    }));
    const takesFiles = filesFor(visit.who ?? {}).some(({ href }) => href === '/imports');
    const groups = [
      { heading: 'To decide', lines: lines.filter((one) => one.open) },
      { heading: 'Decided', lines: lines.filter((one) => !one.open) },
    ].filter((group) => group.lines.length > 0);
    return show({ title: 'Referral proposals', model: { groups, imports: takesFiles } });
  },
};
