import { commandPage } from '../../../command-page.js';
import { episodeSubject } from '../episode.js';

/** Withdraws a report of absence that was a mistake. */
export const page = commandPage({
  command: 'missing-episodes/withdraw-episode',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'For a report that was a mistake: the child was never missing or away then, or is another child. It stays to be read, marked so, and is counted no more. Whoever was told that the child is missing is told. Where the child has come back, record the return instead.',
  asks: [{ name: 'reason', label: 'What was the mistake?', called: 'what the mistake was', kind: 'text' }],
  done: 'The report is withdrawn as a mistake.',
  warning: true,
});
