import {
  type IdentifierFit,
  type IdentifierKind,
  type MatchedRecord,
  ownerOfRecord,
  type Profile,
  type ReadRecord,
  type RecordKind,
} from '@mase/workflow';
import { clockReading } from '../access.js';
import { change } from '../change.js';
import type { Store } from '../store.js';
import { byOneWorker, proposalId } from './by-one-worker.js';
import { findProfile } from './find-profile.js';
import { hasMovedOn, weighMatch } from './weigh-matches.js';

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
  version: number;
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
  const alarmed = new Set<string>();
  return byOneWorker<Unmatched>(worker, waiting, (one) => matchOne(worker, app, one, alarmed));
}

/** How often the holders of a term may change while it is compared, before it is left for the next go. */
const attempts = 6;

/** One of the two was closed, opened, given to somebody else or otherwise changed since the holders of their term were read. */
class HolderMovedOnError extends Error {
  readonly code = 'HOLDER_MOVED_ON';
}

/** `alarmed` are the reports by a match of which the lead on duty hears where a child may be in danger: once is enough. */
async function matchOne(worker: Store, app: Store, one: Unmatched, alarmed: Set<string>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await compare(worker, app, one, alarmed);
      break;
    } catch (error) {
      // What was proposed already stands under its id, and is not proposed again.
      if (!(error instanceof HolderMovedOnError) || attempt === attempts) throw error;
    }
  }
  await worker.pool.query({
    name: 'note matched',
    text: 'select note_matched($1, $2, $3)',
    values: [one.record_id, one.kind, one.term],
  });
}

/** Proposes what a term shares with others, as those who hold it are now. */
async function compare(worker: Store, app: Store, one: Unmatched, alarmed: Set<string>): Promise<void> {
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
    const first = await firstLinks(worker, found.rows);
    for (const known of told) {
      const report = [known, fresh].find(({ kind }) => kind === 'intelligence') ?? fresh;
      const isAlarmed = alarmed.has(report.id);
      if (await propose(worker, app, profile, { one, known, fresh, first, isAlarmed }))
        alarmed.add(report.id);
    }
  }
}

/**
 * What nobody would find by looking: with a record of closed existence, or with a report of intelligence; and what a child
 * shares with a person of concern or a place, which is told of itself.
 */
const isTold = (...pair: Holder[]) =>
  pair.some(({ closed, kind }) => closed || kind === 'intelligence') ||
  (pair.some(({ of_child }) => of_child) &&
    pair.some(({ kind }) => kind === 'person' || kind === 'location'));

/**
 * The first link by which a child held an identifier without a break until now, by each link that holds it; the first may
 * be withdrawn since. Links whose existence is closed stand apart, as what they match is somebody else’s to decide.
 */
async function firstLinks(worker: Store, holders: readonly Holder[]): Promise<Map<string, string>> {
  const links = holders.filter(({ kind }) => kind === 'link');
  if (links.length === 0) return new Map();
  const found = await worker.pool.query<{ id: string; first_id: string }>({
    name: 'first links',
    text: 'select * from first_links($1)',
    values: [links.map(({ id }) => id)],
  });
  return new Map(found.rows.map(({ id, first_id }) => [id, first_id]));
}

interface Pair {
  one: Unmatched;
  known: Holder;
  fresh: Holder;
  first: ReadonlyMap<string, string>;
  isAlarmed: boolean;
}

/**
 * The id of the match of two: the same for each link by which one child holds the identifier, so that it is decided once,
 * and is not asked again because one of these links was withdrawn.
 */
function matchId(identifier: IdentifierKind, { known, fresh, first }: Pair): string {
  return proposalId(identifier, ...[known, fresh].map(({ id }) => first.get(id) ?? id).sort());
}

/**
 * Answers whether it was proposed: not where it stands already, as it was decided. One that stands is told what has become
 * of its records; one that was over is asked anew.
 */
async function propose(worker: Store, app: Store, profile: Profile, pair: Pair): Promise<boolean> {
  const { one } = pair;
  const identifier = looser[one.kind] ?? (one.kind as IdentifierKind);
  for (let recordId = matchId(identifier, pair); ; recordId = proposalId(recordId)) {
    if (await proposeAs(app, profile, pair, { recordId, identifier })) return true;
    const { partnership_id } = one;
    const isOver = await weighMatch(worker, app, { partnership_id, record_id: recordId }, profile);
    if (!isOver) return false;
  }
}

/** Answers whether a match was proposed under an id: not where one stands under it. */
async function proposeAs(
  app: Store,
  profile: Profile,
  { one, known, fresh, isAlarmed }: Pair,
  { recordId, identifier }: { recordId: string; identifier: IdentifierKind },
): Promise<boolean> {
  const fit: IdentifierFit = one.kind in looser ? 'alike' : 'same';
  const alarmed = isAlarmed ? { alarmed: true } : {};
  try {
    const outcome = await change(app, {
      name: 'identifier-matches/propose-match',
      recordId,
      payload: {
        ...{ known: matched(known), fresh: matched(fresh), identifier, fit, ...alarmed },
        read: [known, fresh].map(({ id, kind, version }): ReadRecord => ({ id, kind, version })),
      },
      actor: { kind: 'clock', userId: null, name: 'Matching', agencyId: null, teamId: null, roles: [] },
      reading: clockReading(one.partnership_id),
      profile,
      ifMatch: 'any',
    });
    if (hasMovedOn(outcome)) throw new HolderMovedOnError('A record changed while it was matched');
    if (outcome.outcome !== 'accepted') throw new Error(`A match was not proposed: ${outcome.outcome}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    return false;
  }
}

const uniqueViolation = '23505';

const matched = ({ id, kind, closed, owner_id, team_id }: Holder): MatchedRecord => ({
  id,
  kind,
  closed,
  owner: ownerOfRecord({ kind, closed, ownerId: owner_id, teamId: team_id }),
});
