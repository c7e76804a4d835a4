import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';

interface Holders {
  reference: string;
  restricted: boolean;
  recalls: boolean;
  copies: {
    sittingId: string;
    panel: string;
    startsAt: string;
    recipientId: string;
    name: string;
    document: string;
    copyNumber: number;
    version: number;
    issuedAt: string;
    openedAt: string | null;
    reads: boolean;
    recalledAt: string | null;
    recallable: boolean;
  }[];
}

/** How each kind of paper is called. */
const papers: Record<string, string> = {
  pack: 'Papers',
  supplement: 'What changed in the papers',
  agenda: 'Agenda',
  extract: 'Sheet of the item',
  minutes: 'Minutes',
  letter: 'Letter with actions',
};

/** Who has copies of papers in which the case stands, before it is restricted and after: each can be recalled. */
export const page: Page = {
  id: 'child-cases/holders',
  url: '/child-cases/:id/holders',
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { body } = await visit.read<Holders>(path`/api/v1/child-cases/${id}/holders`);
    const { reference, restricted, recalls, copies } = body;
    return show({
      title: 'Papers in which this case stands',
      back: { href: `/child-cases/${id}`, text: 'Back to the case' },
      model: {
        caption: reference,
        restricted,
        ask: copies.length > 0 && !recalls,
        copies: copies.map((one) => ({
          ...one,
          outside: restricted && !one.reads,
          paper: papers[one.document] ?? one.document,
          recall:
            recalls && one.recallable
              ? `/sittings/${one.sittingId}/recall-copy?recipient=${one.recipientId}`
              : null,
        })),
      },
    });
  },
};
