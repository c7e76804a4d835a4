import { commandPage } from '../../../command-page.js';
import { offerFacts, readInterview } from '../interview.js';

/** Records that there was no interview although one was offered. */
export const page = commandPage({
  command: 'return-interviews/close-offer',
  section: '/missing-now',
  opened: async (visit) => {
    const { view, etag } = await readInterview(visit);
    return {
      href: `/return-interviews/${view.id}`,
      caption: view.childName,
      version: etag,
      allowed: view.allowed,
      facts: offerFacts(view),
    };
  },
  says: 'A young person need not accept. One who changes their mind may still be heard: record the interview then.',
  asks: [
    {
      name: 'outcome',
      label: 'Why was there none?',
      called: 'why there was none',
      kind: 'radios',
      options: [
        { value: 'declined', text: 'The young person declined' },
        { value: 'not-reached', text: 'The young person was not reached' },
      ],
    },
    {
      name: 'words',
      label: 'What was said, or how was it tried?',
      called: 'what was said or tried',
      kind: 'text',
    },
  ],
  done: 'It is recorded that there was no interview.',
});
