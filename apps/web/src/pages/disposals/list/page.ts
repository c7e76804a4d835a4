import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { aboutWords, basisLabels, type DisposalLine, stateTag } from '../disposal.js';

/** Disposals: proposed, waiting, carried out or ended otherwise, the newest first. */
export const page: Page = {
  id: 'disposals/list',
  url: '/disposals',
  section: '/disposals',

  async get(visit) {
    const { items } = await readList<DisposalLine>(visit, '/api/v1/disposals');
    const lines = items.map((one) => ({
      href: `/disposals/${one.id}`,
      name: aboutWords(one),
      why: basisLabels[one.basis ?? ''] ?? 'Not recorded',
      proposed: one.proposed ? dateWords(one.proposed.at) : 'Not recorded',
      tag: stateTag(one.state),
    }));
    const mayPropose = (visit.who?.roles ?? []).includes('information-governance');
    return show({ title: 'Disposals', model: { lines, mayPropose } });
  },
};
