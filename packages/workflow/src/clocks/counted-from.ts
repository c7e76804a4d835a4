import type { Context } from '../model.js';

/**
 * From when the next answer is counted: from what happened, and where a due clock gives the command from when it is
 * accepted. After a time down nobody is passed over for not having answered what he or she was not yet asked.
 */
export const countedFrom = ({ actor, at, happened }: Pick<Context, 'actor' | 'at' | 'happened'>): string =>
  actor.kind === 'clock' ? at : happened;
