import { findInstrumentChanges, findProfiles, type Reading, reading, type Store } from '@mase/store';
import { type Profile, withInstrumentChanges } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Policy } from '../policy.js';

declare module 'fastify' {
  interface FastifyInstance {
    store: Store;
    /** The profile of the reader's area, read once a minute at most. */
    profileOf(who: Reading): Promise<Profile>;
    /** The profiles of the reader's area by the instant at which they were in force, read with it. */
    profilesOf(who: Reading): Promise<(at: string) => Profile>;
    /** Reads the profile of a partnership anew when it is asked for next: something of it was changed. */
    forgetProfile(partnershipId: string): void;
    /** Who may ask what. */
    policy: Policy;
  }
}

const keptForMs = 60_000;

/** The open store and the profiles of its partnerships. The opener closes it. */
export const openedStore = fp(
  async (app: FastifyInstance, { store, policy }: { store: Store; policy: Policy }) => {
    interface Profiles {
      now: Profile;
      at: (instant: string) => Profile;
    }
    const kept = new Map<string, { from: number; profiles: Promise<Profiles> }>();
    const read = (who: Reading, now: string): Promise<Profiles> =>
      reading(store, who, async (tx) => {
        const at = await findProfiles(tx, who.partnershipId);
        return { now: withInstrumentChanges(at(now), await findInstrumentChanges(tx)), at };
      });
    const profilesNow = (who: Reading): Promise<Profiles> => {
      const known = kept.get(who.partnershipId);
      const now = store.clock();
      const at = Date.parse(now);
      if (known && known.from <= at && at < known.from + keptForMs) return known.profiles;
      const profiles = read(who, now);
      kept.set(who.partnershipId, { from: at, profiles });
      profiles.catch(() => kept.delete(who.partnershipId));
      return profiles;
    };
    app.decorate('store', store);
    app.decorate('policy', policy);
    app.decorate('forgetProfile', (partnershipId: string) => {
      kept.delete(partnershipId);
    });
    app.decorate('profileOf', async (who: Reading) => (await profilesNow(who)).now);
    app.decorate('profilesOf', async (who: Reading) => (await profilesNow(who)).at);
  },
  { name: 'store' },
);
