import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { type ItemConnections, noteLine, readConnections, signsWords } from '../connections.js';
import { sittingWords } from '../sitting.js';

function itemModel(item: ItemConnections, sittingId: string) {
  const { id, allowed } = item;
  const may = (verb: string) => canDo(allowed, `agenda-items/${verb}`);
  const at = (verb: string, userId: string) =>
    `/agenda-items/${id}/${verb}?sitting=${sittingId}&userId=${encodeURIComponent(userId)}`;
  const { notes } = item;
  return {
    ...item,
    heading: `${item.number}. ${item.name}`,
    found: item.found.map((one) => ({
      name: one.name,
      agency: one.agency,
      words: signsWords(one),
      confirm: one.userId && may('confirm-connection') ? at('confirm-connection', one.userId) : null,
      dismiss: one.userId && may('dismiss-connection') ? at('dismiss-connection', one.userId) : null,
      noAccount: one.userId === null,
    })),
    notes: notes.map((one, index) => ({
      ...noteLine(one),
      // A connection is taken back from the newest note that says it stands.
      withdraw:
        one.kind === 'item-connection' &&
        item.without.includes(one.userId) &&
        notes.findIndex(({ userId }) => userId === one.userId) === index &&
        may('withdraw-item-connection')
          ? { href: at('withdraw-item-connection', one.userId), name: one.name }
          : null,
    })),
  };
}

/** What names and addresses tell of personal connections at the table, for the chair to confirm or dismiss before papers go out. */
export const page: Page = {
  id: 'sittings/connections',
  url: '/sittings/:id/connections',
  section: '/sittings',

  async get(visit) {
    const sitting = await readConnections(visit, visit.params.id ?? '');
    const items = sitting.items.map((item) => itemModel(item, sitting.id));
    const waiting = items.filter(({ found }) => found.length > 0);
    return show({
      title: 'Personal connections',
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
      model: {
        caption: sittingWords(sitting),
        waiting,
        answered: items.filter(({ notes }) => notes.length > 0),
        compared: items.length,
      },
    });
  },
};
