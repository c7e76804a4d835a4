import type { Actor, StoredRecord } from '../model.js';
import type { SittingStanding } from '../sittings/standing.js';
import { recordersOfSitting } from './access.js';
import type { AgendaItemStanding } from './standing.js';

type Sitting = Pick<StoredRecord<SittingStanding>, 'standing'>;
type Item = Pick<StoredRecord<AgendaItemStanding>, 'standing'>;

/** Who chairs a sitting, by name and account: in session the chair who started it. An older entry may not tell the account. */
function chairing({ standing }: Sitting): { name: string; userId: string | null } {
  const { startedBy, startedById, chairName, chairId } = standing;
  if (!startedBy) return { name: chairName, userId: chairId };
  return { name: startedBy, userId: startedById ?? (startedBy === chairName ? chairId : null) };
}

/**
 * The name of who chairs an item; null where that chair has withdrawn from it: then nothing is decided in his or her name
 * (domain 6, personal connections).
 */
export function chairFor(sitting: Sitting, { standing: { access } }: Item): string | null {
  const { name, userId } = chairing(sitting);
  return userId && access?.without?.includes(userId) ? null : name;
}

/** The same as it is shown: that a chair has withdrawn from an item tells nobody but those who record the sitting. */
export function chairShown(sitting: Sitting, item: Item, { roles }: Pick<Actor, 'roles'>): string | null {
  const records = recordersOfSitting.some((role) => roles.includes(role));
  return records ? chairFor(sitting, item) : chairing(sitting).name;
}
