import { linkedIdentifiers } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';
import { type End, endKindWords, section, shownEnd } from '../link.js';
import { networkOf } from '../network-of.js';

interface Shared {
  items: (End & { children: number })[];
  more: boolean;
}

const kinds = ['person', 'location', ...linkedIdentifiers];
/** What the address of this page takes for a kind. */
const asked = (kind: string | undefined): string | undefined => kinds.find((one) => one === kind);

/** Persons, places, phones and vehicles by how many children are linked with each. */
export const page: Page = {
  id: 'links/ranking',
  url: '/links/ranking',
  section,

  async get(visit) {
    const kind = asked(visit.query.kind);
    const { body } = await visit.read<Shared>('/api/v1/links/shared', { kind });
    return show({
      title: 'What several children share',
      back: { href: section, text: 'Links' },
      model: {
        ways: [
          { text: 'All', href: '/links/ranking', active: !kind },
          ...kinds.map((one) => ({
            text: endKindWords(one),
            href: `/links/ranking?kind=${one}`,
            active: one === kind,
          })),
        ],
        lines: body.items.map((one) => ({
          ...shownEnd(one),
          children: one.children,
          network: networkOf(one),
          // A phone or a plate is sent in its normal form, never in an address.
          look: one.id ? null : { kind: one.kind, text: one.node.slice(one.node.indexOf(':') + 1) },
        })),
        more: body.more,
      },
    });
  },
};
