import { commandPage } from '../../../command-page.js';
import { readItem } from '../item.js';

/** Takes an item of the agenda: from now on its time runs. */
export const page = commandPage({
  command: 'agenda-items/open-item',
  section: '/sittings',
  opened: async (visit) => {
    const { item, etag } = await readItem(visit);
    return {
      href: `/sittings/${item.sittingId}`,
      caption: `${item.reference}, ${item.name}`,
      version: etag,
      allowed: item.allowed,
      facts: [{ key: 'What is asked', text: item.asked }],
    };
  },
  says: 'The time of the item runs from now on.',
  asks: [],
  done: 'The item is open.',
  next: (visit) => `/agenda-items/${encodeURIComponent(visit.params.id ?? '')}/record-panel-decision`,
});
