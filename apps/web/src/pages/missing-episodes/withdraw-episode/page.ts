import { commandPage } from '../../../command-page.js';
import { episodeFacts, readEpisode } from '../episode.js';

/** Withdraws a report of absence that was a mistake. */
export const page = commandPage({
  command: 'missing-episodes/withdraw-episode',
  section: '/missing-now',
  opened: async (visit) => {
    const { view, etag } = await readEpisode(visit);
    return {
      href: `/missing-episodes/${view.id}`,
      caption: view.childName,
      version: etag,
      allowed: view.allowed,
      facts: episodeFacts(view),
    };
  },
  says: 'For a report that was a mistake: the child was never missing or away then, or is another child. It stays to be read, marked so, and is counted no more. Whoever was told that the child is missing is told. Where the child has come back, record the return instead.',
  asks: [{ name: 'reason', label: 'What was the mistake?', called: 'what the mistake was', kind: 'text' }],
  done: 'The report is withdrawn as a mistake.',
  warning: true,
});
