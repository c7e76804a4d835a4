import { type Reading, reading, type Store } from '@mase/store';
import { englandProfile, type Profile } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Policy } from '../policy.js';

declare module 'fastify' {
  interface FastifyInstance {
    store: Store;
    /** The profile of the reader's area, read once a minute at most. */
    profileOf(who: Reading): Promise<Profile>;
    /** Who may ask what. */
    policy: Policy;
  }
}

const keptForMs = 60_000;

/** The open store and the profiles of its partnerships. The opener closes it. */
export const openedStore = fp(
  async (app: FastifyInstance, { store, policy }: { store: Store; policy: Policy }) => {
    const kept = new Map<string, { until: number; profile: Promise<Profile> }>();
    app.decorate('store', store);
    app.decorate('policy', policy);
    app.decorate('profileOf', (who: Reading) => {
      const known = kept.get(who.partnershipId);
      if (known && known.until > Date.now()) return known.profile;
      const profile = readProfile(store, who);
      kept.set(who.partnershipId, { until: Date.now() + keptForMs, profile });
      profile.catch(() => kept.delete(who.partnershipId));
      return profile;
    });
  },
  { name: 'store' },
);

async function readProfile(store: Store, who: Reading): Promise<Profile> {
  const found = await reading(store, who, (tx) =>
    tx.query<{ profile: string }>('select profile from partnership where id = $1', [who.partnershipId]),
  );
  const text = found.rows[0]?.profile;
  // What a profile of an earlier release does not say yet is as the shipped one says.
  return text ? { ...englandProfile, ...(JSON.parse(text) as Profile) } : englandProfile;
}
