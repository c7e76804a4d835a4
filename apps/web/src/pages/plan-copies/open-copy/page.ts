import { labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { readCopy } from '../copy.js';

/** The recipient opens the copy, which is its receipt. */
export const page = commandPage({
  command: 'plan-copies/open-copy',
  section: '/child-cases',
  opened: async (visit) => {
    const { copy, etag } = await readCopy(visit);
    return {
      href: `/plan-copies/${copy.id}`,
      caption: `${copy.reference}, ${labelOf(copy.part).toLowerCase()} part of the plan`,
      version: etag,
      allowed: copy.allowed,
      facts: [
        ...(copy.name ? [{ key: 'Child', text: copy.name }] : []),
        { key: 'Version of the plan', text: String(copy.plan) },
      ],
    };
  },
  says: 'Opening it records that you have it. The worker and the manager see who has not.',
  asks: [],
  done: 'Your copy is open. The receipt is recorded.',
});
