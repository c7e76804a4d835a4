import { commandPage } from '../../../command-page.js';
import { readItem } from '../item.js';

/** Adds a note to an item while the sitting is in session; the item's own screen has the same beside the decision. */
export const page = commandPage({
  command: 'agenda-items/record-note',
  section: '/sittings',
  opened: async (visit) => {
    const { item, etag } = await readItem(visit);
    return {
      href: `/agenda-items/${item.id}/record-panel-decision`,
      caption: `${item.reference}, ${item.name}`,
      version: etag,
      allowed: item.allowed,
      facts: [{ key: 'What is asked', text: item.asked }],
    };
  },
  says: 'Notes stand in the minutes under the item, in their order.',
  asks: [{ name: 'text', label: 'Note', called: 'the note', kind: 'text' }],
  done: 'The note is added.',
});
