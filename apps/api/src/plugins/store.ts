import { findInstrumentChanges, findProfile, type Reading, reading, type Store } from '@mase/store';
import { type Profile, withInstrumentChanges } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Policy } from '../policy.js';

declare module 'fastify' {
  interface FastifyInstance {
    store: Store;
    /** The profile of the reader's area, read once a minute at most. */
    profileOf(who: Reading): Promise<Profile>;
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
    const kept = new Map<string, { from: number; profile: Promise<Profile> }>();
    app.decorate('store', store);
    app.decorate('policy', policy);
    app.decorate('forgetProfile', (partnershipId: string) => {
      kept.delete(partnershipId);
    });
    app.decorate('profileOf', (who: Reading) => {
      const known = kept.get(who.partnershipId);
      const now = store.clock();
      const at = Date.parse(now);
      if (known && known.from <= at && at < known.from + keptForMs) return known.profile;
      const profile = reading(store, who, async (tx) =>
        withInstrumentChanges(await findProfile(tx, who.partnershipId, now), await findInstrumentChanges(tx)),
      );
      kept.set(who.partnershipId, { from: at, profile });
      profile.catch(() => kept.delete(who.partnershipId));
      return profile;
    });
  },
  { name: 'store' },
);
