import { commandPage } from '../../../command-page.js';
import { readItem } from '../item.js';

/** An item is taken off the agenda before it is decided. */
export const page = commandPage({
  command: 'agenda-items/take-off-agenda',
  section: '/sittings',
  opened: async (visit) => {
    const { item, etag } = await readItem(visit);
    return {
      href: `/sittings/${item.sittingId}#agenda`,
      caption: [item.reference, item.name].filter(Boolean).join(', '),
      version: etag,
      allowed: item.allowed,
      facts: [{ key: 'Asked of the panel', text: item.asked }],
    };
  },
  says: 'It keeps its number and takes no time. The case stays on the list for another sitting. Whoever sees the item reads that it was taken off, and why, on the agenda and in the minutes; papers that are out go out again to those whose copy holds it.',
  asks: [{ name: 'reason', label: 'Why is it taken off?', called: 'the reason', kind: 'text' }],
  done: 'The item is taken off the agenda.',
});
