import { commandPage } from '../../../command-page.js';
import { linkSubject, section } from '../link.js';

/** Withdraws a link that was never true. */
export const page = commandPage({
  command: 'links/withdraw-link',
  section,
  opened: linkSubject,
  says: 'Withdraw a link that was never true. Whoever was told of it is told that it is withdrawn. A link that was true once is let fade instead, by a review.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'why it is withdrawn', kind: 'text' }],
  warning: true,
  done: 'The link is withdrawn.',
});
