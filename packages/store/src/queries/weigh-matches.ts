import { type IdentifierMatchStanding, newsOfEnds, type Profile, type StoredRecord } from '@mase/workflow';
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

/** Tells one match what has become of its two records; answers whether it was over before, without a decision. */
export async function weighMatch(
  worker: Store,
  app: Store,
  { partnership_id, record_id }: Weighed,
  profile: Profile,
): Promise<boolean> {
  const found = await worker.pool.query<RawRecord>({
    name: 'match with records',
    text: 'select * from match_with_records($1)',
    values: [record_id],
  });
  const records = found.rows.map(storedRecord);
  const match = records.find(({ id }) => id === record_id) as
    | StoredRecord<IdentifierMatchStanding>
    | undefined;
  if (!match) return false;
  const news = newsOfEnds(match, records);
  const isOver = news.some(({ event }) => event === 'withdraw-match');
  const wrong = !isOver && match.state === 'proposed' && !(await rests(worker, match, records));
  const steps = [...news, ...(wrong ? [{ event: 'withdraw-match', payload: { why: 'identifier' } }] : [])];
  for (const { event, payload } of steps) {
    const command = { name: `identifier-matches/${event}`, recordId: record_id, payload, profile };
    // Refused where its owner has decided on it since it was found.
    const { outcome } = await changeBySystem(app, partnership_id, { ...command, by: 'Matching' });
    if (outcome !== 'accepted' && outcome !== 'refused')
      throw new Error(`A match was not weighed: ${outcome}`);
  }
  return match.state === 'withdrawn';
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
