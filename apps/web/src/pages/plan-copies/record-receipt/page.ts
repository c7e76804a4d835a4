import { commandPage } from '../../../command-page.js';
import { readCopy } from '../copy.js';

/** The worker records that a copy in plain words was given, and what was said. */
export const page = commandPage({
  command: 'plan-copies/record-receipt',
  section: '/child-cases',
  opened: async (visit) => {
    const { copy, etag } = await readCopy(visit);
    return {
      href: `/plan-copies/${copy.id}`,
      caption: `${copy.reference}, plan in plain words`,
      version: etag,
      allowed: copy.allowed,
      facts: [
        { key: 'Written for', text: copy.recipientName },
        { key: 'Version of the plan', text: String(copy.plan) },
      ],
    };
  },
  says: 'Go through it together where you can. What they say about it is kept in their own words.',
  asks: [
    {
      name: 'how',
      label: 'How was it given?',
      called: 'how it was given',
      kind: 'line',
      hint: 'For example: read together at school, kept by the worker',
    },
    {
      name: 'said',
      label: 'What did they say about it? (optional)',
      called: 'what they said',
      kind: 'text',
    },
  ],
  done: 'It is recorded that the plain version was given.',
});
