import { labelOf } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type PanelLine, ruleWords } from '../panel.js';

const office = ['coordinator', 'chair', 'deputy-chair'];

/** The panels of the partnership that the reader belongs to or oversees. */
export const page: Page = {
  id: 'panels/list',
  url: '/panels',
  section: '/sittings',

  async get(visit) {
    const { items } = await readList<PanelLine>(visit, '/api/v1/panels');
    return show({
      title: 'Panels',
      back: { href: '/sittings', text: 'Sittings' },
      model: {
        mayFound: (visit.who?.roles ?? []).some((role) => office.includes(role)),
        lines: items.map((one) => ({
          href: `/panels/${one.id}`,
          name: one.name,
          kind: labelOf(one.kind),
          chair: one.chairName,
          members: one.members,
          sits: one.closed ? 'Closed' : one.series ? ruleWords(one.series) : 'No rule yet',
        })),
      },
    });
  },
};
