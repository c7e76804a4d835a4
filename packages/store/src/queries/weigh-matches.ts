import {
  type IdentifierMatchStanding,
  movedOn,
  newsOfEnds,
  type Profile,
  type ReadRecord,
  type StoredRecord,
  storedVersion,
} from '@mase/workflow';
import type { ChangeOutcome } from '../change.js';
import type { Store } from '../store.js';
import { type RawRecord, storedRecord } from '../stored-record.js';
import { changeBySystem } from './change-by-system.js';

/** Of which record, and of which partnership. */
interface Weighed {
  partnership_id: string;
  record_id: string;
}

/**
 * Tells the matches of a record what has become of it: who may know of it, whose it is, who works with its child. Ends those
 * that nobody has decided and that rest on nothing any more. Each by an ordinary command of the system, since whoever changed
 * the record need not know of a match.
 */
export async function weighMatches(worker: Store, app: Store, one: Weighed, profile: Profile): Promise<void> {
  const found = await worker.pool.query<{ match_id: string }>({
    name: 'matches of',
    text: 'select distinct match_id from matches_at(array[$1::uuid]) order by match_id',
    values: [one.record_id],
  });
  for (const { match_id } of found.rows)
    await weighMatch(worker, app, { ...one, record_id: match_id }, profile);
}

/** How often the two records may change while a match is told of them, before it is left for the next go. */
const attempts = 6;

/** Whether a command was refused since a record that it rests on has changed after it was read. */
export const hasMovedOn = (outcome: ChangeOutcome): boolean =>
  outcome.outcome === 'refused' && outcome.refusal.faults.some(({ code }) => code === movedOn);

/**
 * Tells one match what has become of its two records; answers whether it was over before, without a decision. What it is
 * told is worked out before the command, which locks both: where one of them has changed meanwhile, it is worked out anew,
 * so that whoever closes it is not overruled. Throws where they never stand still.
 */
export async function weighMatch(
  worker: Store,
  app: Store,
  one: Weighed,
  profile: Profile,
): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const done = await tellMatch(worker, app, one, profile);
    if (done) return done.isOver;
  }
  throw new Error('A match was not weighed: its records change all the while');
}

/** Nothing where one of the records has changed since it was read. */
async function tellMatch(
  worker: Store,
  app: Store,
  { partnership_id, record_id }: Weighed,
  profile: Profile,
): Promise<{ isOver: boolean } | undefined> {
  const found = await worker.pool.query<RawRecord>({
    name: 'match with records',
    text: 'select * from match_with_records($1)',
    values: [record_id],
  });
  const records = found.rows.map(storedRecord);
  const match = records.find(({ id }) => id === record_id) as
    | StoredRecord<IdentifierMatchStanding>
    | undefined;
  if (!match) return { isOver: false };
  const news = newsOfEnds(match, records);
  const isOver = news.some(({ event }) => event === 'withdraw-match');
  const wrong = !isOver && match.state === 'proposed' && !(await rests(worker, match, records));
  const steps = [...news, ...(wrong ? [{ event: 'withdraw-match', payload: { why: 'identifier' } }] : [])];
  const read = records
    .filter(({ id }) => id !== record_id)
    .map((record): ReadRecord => ({ kind: record.kind, id: record.id, version: storedVersion(record) }));
  for (const { event, payload } of steps) {
    const command = {
      ...{ name: `identifier-matches/${event}`, recordId: record_id },
      ...{ payload: { ...payload, read }, profile },
    };
    // Refused where its owner has decided on it since it was found.
    const outcome = await changeBySystem(app, partnership_id, { ...command, by: 'Matching' });
    if (hasMovedOn(outcome)) return undefined;
    if (outcome.outcome !== 'accepted' && outcome.outcome !== 'refused')
      throw new Error(`A match was not weighed: ${outcome.outcome}`);
  }
  return { isOver: match.state === 'withdrawn' };
}

/**
 * Whether both records hold what they share. Links are asked apart, as another one may hold it for the same child; so is what
 * was joined with another record, which holds it then.
 */
async function rests(
  worker: Store,
  match: StoredRecord<IdentifierMatchStanding>,
  records: readonly StoredRecord[],
): Promise<boolean> {
  const isElsewhere = ({ kind, standing }: StoredRecord) =>
    kind === 'link' || Boolean((standing as { joinedWith?: string | null }).joinedWith);
  if (records.filter(({ id }) => id !== match.id).length < 2) return true;
  if (records.some(isElsewhere)) return true;
  const found = await worker.pool.query<{ rests: boolean }>({
    name: 'match rests',
    text: 'select match_rests($1) as rests',
    values: [match.id],
  });
  return found.rows[0]?.rests === true;
}
