import { path } from '../../../api-client.js';
import { commandPage } from '../../../command-page.js';
import { beganWords, type EpisodeLine, endedWords, episodeFacts, readEpisode } from '../episode.js';

/** Decides whether a held report tells of the absence that was on the books, or of another. */
export const page = commandPage({
  command: 'missing-episodes/decide-report',
  section: '/missing-now',
  opened: async (visit) => {
    const { view, etag } = await readEpisode(visit);
    const { body } = view.heldFor
      ? await visit.read<EpisodeLine>(path`/api/v1/missing-episodes/${view.heldFor}`)
      : { body: null };
    const before = body && `${beganWords(body)} to ${endedWords(body) ?? 'now'}`;
    return {
      href: `/missing-episodes/${view.id}`,
      caption: view.childName,
      version: etag,
      allowed: view.allowed,
      facts: [
        ...(before ? [{ key: 'On the books', text: before }] : []),
        ...episodeFacts(view).map(({ key, text }) => ({ key: `This report: ${key.toLowerCase()}`, text })),
      ].slice(0, 7),
    };
  },
  says: 'A report of the same absence is added to it. Another absence counts on its own, with a time of its own for the interview.',
  asks: [
    {
      name: 'decision',
      label: 'Which absence does it tell of?',
      called: 'which absence it tells of',
      kind: 'radios',
      options: [
        { value: 'same', text: 'The one on the books' },
        { value: 'another', text: 'Another: the child had returned and left again' },
      ],
    },
    {
      name: 'since',
      label: 'Since when is the child missing again?',
      called: 'since when the child is missing again',
      kind: 'moment',
      hint: 'Only for another absence, where the report has another time',
    },
    { name: 'words', label: 'How do you know?', called: 'how you know', kind: 'text' },
  ],
  done: 'The report is compared.',
});
