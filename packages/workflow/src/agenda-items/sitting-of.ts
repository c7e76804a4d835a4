import type { Context, StoredRecord } from '../model.js';
import type { SittingStanding } from '../sittings/standing.js';

/** The sitting of an item, where the command locked it; where it locked two, the one that the item hangs under. */
export function sittingOf(
  context: Pick<Context, 'locked'> & { record?: Pick<StoredRecord, 'parentId'> },
): StoredRecord<SittingStanding> | undefined {
  const found = context.locked.filter((one) => one.kind === 'sitting') as StoredRecord<SittingStanding>[];
  return found.find(({ id }) => id === context.record?.parentId) ?? found[0];
}
