import { commandPage } from '../../../command-page.js';
import { areaWords, episodeFacts, readEpisode } from '../episode.js';

/** Records that the other area of a placement was told. */
export const page = commandPage({
  command: 'missing-episodes/tell-area',
  section: '/missing-now',
  opened: async (visit) => {
    const { view, etag } = await readEpisode(visit);
    return {
      href: `/missing-episodes/${view.id}`,
      caption: [view.childName, areaWords(view)].filter(Boolean).join('. '),
      version: etag,
      allowed: view.allowed,
      facts: episodeFacts(view),
    };
  },
  says: 'Both areas are to know of the report, the return and what came of the interview. This records what you told; it sends nothing itself.',
  asks: [
    { name: 'told', label: 'Who was told there?', called: 'who was told', kind: 'line' },
    { name: 'words', label: 'What, and how?', called: 'what was told', kind: 'text' },
  ],
  done: 'It is recorded that the other area was told.',
});
