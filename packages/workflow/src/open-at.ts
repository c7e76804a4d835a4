import type { RecordKind, StoredRecord } from './model.js';
import { topicOf } from './topics.js';

/**
 * In which states records are over whose summary does not say since when, or says it of something else: an absence that
 * ended, a record that was joined with another. In all their other states they are open.
 */
export const overStates: { readonly [kind in RecordKind]?: readonly string[] } = {
  missingEpisode: ['over', 'merged', 'withdrawn'],
  returnInterview: ['completed', 'declined', 'notReached'],
  notice: ['answered', 'notNeeded'],
  cluster: ['closed', 'declined', 'withdrawn'],
  panel: ['closed'],
  child: ['merged'],
  person: ['merged'],
  location: ['merged'],
};

/** Whether a record was open at an instant at which it stood as it is given. */
export function isOpenAt({ kind, state, standing }: StoredRecord, at: string): boolean {
  const over = overStates[kind];
  const names = typeof state === 'string' ? [state] : Object.values(state);
  if (over) return !names.some((name) => over.includes(name));
  const { closedAt } = topicOf(kind).summary(standing as never, state);
  // Whoever breaks the glass is told at once until when it is open.
  return kind === 'breakGlass' ? closedAt !== null && at < closedAt : closedAt === null;
}
