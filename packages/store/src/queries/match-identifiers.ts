import {
  type IdentifierFit,
  type IdentifierKind,
  type MatchedRecord,
  ownerOfRecord,
  type Profile,
  type RecordKind,
} from '@mase/workflow';
import { clockReading } from '../access.js';
import { change } from '../change.js';
import type { Store } from '../store.js';
import { byOneWorker, proposalId } from './by-one-worker.js';
import { findProfile } from './find-profile.js';

/** A term that has not been compared with the others yet. */
interface Unmatched {
  partnership_id: string;
  record_id: string;
  kind: string;
  term: string;
}

interface Holder {
  id: string;
  kind: RecordKind;
  closed: boolean;
  owner_id: string | null;
  team_id: string | null;
  /** Whether it is a child, or stands with one. */
  of_child: boolean;
}

/** A looser term, and the identifier that it is a looser form of. */
const looser: { [term: string]: IdentifierKind } = {
  handleAnywhere: 'handle',
  houseAtPostcode: 'address',
  emailBox: 'email',
};

/**
 * Compares identifiers that records were given since the last go with those that were there before, at most `limit`, and
 * proposes a match for the owner of a record whose existence is closed, or of a report of intelligence, and for those who
 * have a person of concern or a place that shares something with a child: each as an ordinary command by the system, once
 * for two records and a kind of identifier. It runs beside the command that brought
 * the identifier, whose answer is the same with a match and without. One worker at a time; answers how many were compared.
 */
export async function matchIdentifiers(worker: Store, app: Store, limit = 100): Promise<number> {
  const waiting = { name: 'match identifiers', waiting: 'unmatched_terms', limit };
  return byOneWorker<Unmatched>(worker, waiting, (one) => matchOne(worker, app, one));
}

async function matchOne(worker: Store, app: Store, one: Unmatched): Promise<void> {
  const found = await worker.pool.query<Holder>({
    name: 'holders of term',
    text: 'select * from holders_of_term($1, $2, $3, $4)',
    values: [one.partnership_id, one.record_id, one.kind, one.term],
  });
  const fresh = found.rows.find(({ id }) => id === one.record_id);
  const others = found.rows.filter(({ id }) => id !== one.record_id);
  const told = fresh ? others.filter((other) => isTold(fresh, other)) : [];
  if (fresh && told.length > 0) {
    const profile = await findProfile(worker.pool, one.partnership_id, worker.clock());
    for (const known of told) await propose(app, profile, { one, known, fresh });
  }
  await worker.pool.query({
    name: 'note matched',
    text: 'select note_matched($1, $2, $3)',
    values: [one.record_id, one.kind, one.term],
  });
}

/**
 * What nobody would find by looking: with a record of closed existence, or with a report of intelligence; and what a child
 * shares with a person of concern or a place, which is told of itself.
 */
const isTold = (...pair: Holder[]) =>
  pair.some(({ closed, kind }) => closed || kind === 'intelligence') ||
  (pair.some(({ of_child }) => of_child) &&
    pair.some(({ kind }) => kind === 'person' || kind === 'location'));

async function propose(
  app: Store,
  profile: Profile,
  { one, known, fresh }: { one: Unmatched; known: Holder; fresh: Holder },
): Promise<void> {
  const identifier = looser[one.kind] ?? (one.kind as IdentifierKind);
  const fit: IdentifierFit = one.kind in looser ? 'alike' : 'same';
  try {
    const outcome = await change(app, {
      name: 'identifier-matches/propose-match',
      recordId: proposalId(identifier, ...[known.id, fresh.id].sort()),
      payload: { known: matched(known), fresh: matched(fresh), identifier, fit },
      actor: { kind: 'clock', userId: null, name: 'Matching', agencyId: null, teamId: null, roles: [] },
      reading: clockReading(one.partnership_id),
      profile,
      ifMatch: 'any',
    });
    if (outcome.outcome !== 'accepted') throw new Error(`A match was not proposed: ${outcome.outcome}`);
  } catch (error) {
    // A match that was proposed before stands under the same id, as it was decided.
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
  }
}

const uniqueViolation = '23505';

const matched = ({ id, kind, closed, owner_id, team_id }: Holder): MatchedRecord => ({
  id,
  kind,
  closed,
  owner: ownerOfRecord({ kind, closed, ownerId: owner_id, teamId: team_id }),
});
