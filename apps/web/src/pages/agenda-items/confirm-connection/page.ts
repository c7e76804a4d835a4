import { commandPage } from '../../../command-page.js';
import { afterAnswer, connectionAsks, connectionSubject, whoWasFound } from '../answer-connection.js';

/** A connection that was found is confirmed: it is as if it had been declared. */
export const page = commandPage({
  command: 'agenda-items/confirm-connection',
  section: '/sittings',
  opened: connectionSubject(whoWasFound),
  says: 'The item and its papers are hidden from this person from now on. The minutes say that one member withdrew; who and why stands in a note for the chairs and the Caldicott guardian.',
  asks: connectionAsks('Whose connection is it?', 'What is the connection, and how do you know?'),
  done: 'The connection is confirmed.',
  next: afterAnswer,
});
