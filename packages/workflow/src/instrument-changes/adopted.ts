import { dateOf, epochDay } from '../clocks/calendar.js';
import type { Profile } from '../profile/profile.js';
import type { Instrument } from '../risk/instrument.js';
import { findInstrument } from '../risk/instruments-in-force.js';
import type { InstrumentChangeStanding } from './standing.js';

/** A change that two people decided, with the instrument where one was added. */
export interface AdoptedChange {
  standing: Pick<InstrumentChangeStanding, 'change' | 'instrument' | 'version' | 'from'>;
  instrument: Instrument | null;
}

function withAdded(profile: Profile, instrument: Instrument): Profile {
  // A version that is there already is never changed: the first stays.
  if (findInstrument(profile, instrument.id, instrument.version)) return profile;
  return {
    ...profile,
    instruments: [...new Set([instrument.id, ...profile.instruments])],
    ownInstruments: [...(profile.ownInstruments ?? []), instrument],
  };
}

/**
 * The profile of an area with the changes of its instruments that were decided since, in their order. Nothing is ever
 * taken out: an assessment is read and computed again under the version with which it was made.
 */
export function withInstrumentChanges(profile: Profile, changes: readonly AdoptedChange[]): Profile {
  return changes.reduce<Profile>((area, { standing, instrument }) => {
    if (standing.change === 'add') return instrument ? withAdded(area, instrument) : area;
    const { instrument: id, version, from } = standing;
    const retired = {
      id,
      ...(version === null ? {} : { version }),
      lastDay: dateOf(epochDay(from) - 1),
    };
    return { ...area, retiredInstruments: [...(area.retiredInstruments ?? []), retired] };
  }, profile);
}
