import { commandPage } from '../../../command-page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { readItem } from '../item.js';

/** A personal connection of somebody at the table: from then on the item and its papers are hidden from that person. */
export const page = commandPage({
  command: 'agenda-items/declare-item-connection',
  section: '/sittings',
  opened: async (visit) => {
    const [{ item, etag }, people] = await Promise.all([readItem(visit), readPeople(visit)]);
    return {
      href: `/agenda-items/${item.id}/record-panel-decision`,
      caption: `Item of ${item.reference}`,
      version: etag,
      allowed: item.allowed,
      options: { userId: peopleOptions(people, 'My own') },
    };
  },
  says: 'Personal connections only, never professional ones. The item and its papers are hidden from this person at once. The minutes say that one member withdrew; who and why stands in a note for the chair and the Caldicott guardian. It holds for this item: for every later one, declare it on the case.',
  asks: [
    { name: 'userId', label: 'Whose connection is it?', called: 'whose connection it is', kind: 'select' },
    { name: 'reason', label: 'What is the connection?', called: 'what the connection is', kind: 'text' },
  ],
  done: 'The connection is declared.',
  // Whoever declares one of his or her own cannot open the item any more.
  next: (visit) =>
    visit.typed('userId')
      ? `/agenda-items/${encodeURIComponent(visit.params.id ?? '')}/record-panel-decision`
      : '/sittings',
});
