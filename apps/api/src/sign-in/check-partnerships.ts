import { findEveryPartnership, type Store } from '@mase/store';
import { SettingsError } from './read-settings.js';
import type { Settings } from './settings.js';

/** Throws `SettingsError` where an organisation of the settings signs in to a partnership that the database does not hold. */
export async function checkPartnerships(store: Store, { tenants }: Settings): Promise<void> {
  if (tenants.length === 0) return;
  const known = await findEveryPartnership(store);
  const faults = tenants.flatMap(({ partnership }, index) =>
    known.includes(partnership)
      ? []
      : [
          `/tenants/${index}/partnership: there is no partnership ${partnership}; mase found --json prints its id`,
        ],
  );
  if (faults.length > 0) throw new SettingsError('The file of settings', faults);
}
