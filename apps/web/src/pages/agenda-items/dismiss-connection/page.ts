import { commandPage } from '../../../command-page.js';
import { afterAnswer, connectionAsks, connectionSubject, whoWasFound } from '../answer-connection.js';

/** A connection that was found is none, with the reason. */
export const page = commandPage({
  command: 'agenda-items/dismiss-connection',
  section: '/sittings',
  opened: connectionSubject(whoWasFound),
  says: 'It is not proposed again unless something else is found. The reason stands in a note for the chairs and the Caldicott guardian.',
  asks: connectionAsks('Who is not connected?', 'Why is it no personal connection?'),
  done: 'The possible connection is dismissed.',
  next: afterAnswer,
});
