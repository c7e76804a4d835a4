import { labelOf } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { coversWords, type HoldLine, holdTag } from '../hold.js';

/** Legal holds, the newest first: what each covers is not disposed of. */
export const page: Page = {
  id: 'legal-holds/list',
  url: '/legal-holds',
  section: '/disposals',

  async get(visit) {
    const { items } = await readList<HoldLine>(visit, '/api/v1/legal-holds');
    const governs = ['information-governance', 'caldicott-guardian'];
    return show({
      title: 'Legal holds',
      back: { href: '/disposals', text: 'Disposals' },
      model: {
        mayPlace: (visit.who?.roles ?? []).some((role) => governs.includes(role)),
        lines: items.map((one) => ({
          href: `/legal-holds/${one.id}`,
          name: coversWords(one),
          reason: labelOf(one.reason ?? ''),
          review: one.state === 'inForce' ? dateWords(one.reviewBy) : '',
          tag: holdTag(one.state),
        })),
      },
    });
  },
};
