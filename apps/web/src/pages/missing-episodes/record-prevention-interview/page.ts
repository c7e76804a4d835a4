import { commandPage } from '../../../command-page.js';
import { episodeSubject } from '../episode.js';

/** Records what the police asked on return. */
export const page = commandPage({
  command: 'missing-episodes/record-prevention-interview',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'The police see the child soon after the return. This is not the return home interview, which somebody independent holds.',
  asks: [
    { name: 'by', label: 'Which officer?', called: 'the officer', kind: 'line' },
    { name: 'seen', label: 'Was the child seen?', called: 'whether the child was seen', kind: 'yesNo' },
    { name: 'words', label: 'What was said and seen', called: 'what was said and seen', kind: 'text' },
  ],
  done: 'The police prevention interview is recorded.',
});
