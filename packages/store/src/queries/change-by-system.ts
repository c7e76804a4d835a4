import { clockReading } from '../access.js';
import { type ChangeOutcome, type ChangeRequest, change } from '../change.js';
import type { Store } from '../store.js';

/** An ordinary command that the system gives of itself, under the name of its work. */
export async function changeBySystem(
  app: Store,
  partnershipId: string,
  { by, ...command }: Pick<ChangeRequest, 'name' | 'recordId' | 'payload' | 'profile'> & { by: string },
): Promise<ChangeOutcome> {
  return change(app, {
    ...command,
    actor: { kind: 'clock', userId: null, name: by, agencyId: null, teamId: null, roles: [] },
    reading: clockReading(partnershipId),
    ifMatch: 'any',
  });
}
