import { commandPage } from '../../../command-page.js';
import { afterAnswer, connectionAsks, connectionSubject, whoWithdrew } from '../answer-connection.js';

/** A connection of an item was a mistake, or is none any more. */
export const page = commandPage({
  command: 'agenda-items/withdraw-item-connection',
  section: '/sittings',
  opened: connectionSubject(whoWithdrew),
  says: 'This person reads the item again as his or her part allows. What was noted stays in the restricted note, with this reason.',
  asks: connectionAsks('Whose connection is withdrawn?', 'Why is it withdrawn?'),
  done: 'The connection is withdrawn.',
  next: afterAnswer,
});
