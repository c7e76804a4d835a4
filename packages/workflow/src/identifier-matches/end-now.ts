import type { LinkStanding } from '../links/standing.js';
import type { RecordKind, StoredRecord } from '../model.js';
import { keepersOf } from '../readers.js';
import type { StrandRecordStanding } from '../strand-records/standing.js';
import type { Topic } from '../topic.js';
import { formerOf, workersOf } from './open-pair.js';
import { ownerOfRecord } from './owner-of-record.js';
import type { EndNow, MatchOver } from './standing.js';

/** The lead of social care who is told at once where a child may be in danger: whoever has the duty. */
export const socialCareLead = 'role:duty-manager';

const matchable: readonly RecordKind[] = ['child', 'childCase', 'person', 'location', 'link', 'intelligence'];

/** Why a record is nothing that can be matched any more; nothing of a link, as another may hold the same for the child. */
function overOf({ kind, state, standing }: StoredRecord): MatchOver | undefined {
  if (kind === 'intelligence' && (state === 'withdrawn' || state === 'rejected')) return 'report';
  if (kind !== 'person' && kind !== 'location') return undefined;
  const { cases } = standing as StrandRecordStanding;
  return cases.length > 0 && cases.every(({ seen }) => seen.closed?.recalled) ? 'unfounded' : undefined;
}

/** Whether a record is a link that may not be shared: those who work with its child read nothing of it. */
export function isKeptBack({ kind, standing }: Pick<StoredRecord, 'kind' | 'standing'>): boolean {
  return kind === 'link' && (standing as LinkStanding).grade?.handling === 'C';
}

/** Whether the lead on duty reads of a closed record by its own rules, as while danger waits to be acknowledged. */
function isReadByLead(topic: Topic, record: StoredRecord): boolean {
  return keepersOf(topic, record, record.at).some(
    ({ principal, class: one }) => principal === socialCareLead && one !== 'existence' && one !== 'receipt',
  );
}

/** What a match follows of one of its two records: whose it is, who may know of it, who works with its child, whether it is over. */
export function endNow(topic: Topic, record: StoredRecord): EndNow {
  const { kind, id, standing, state } = record;
  const { closed = false, named = [], without = [] } = standing.access ?? {};
  const { ownerId, teamId } = topic.summary(standing as never, state);
  const lasting = named.filter(({ until }) => until === null);
  const former = formerOf(record);
  const over = overOf(record);
  return {
    ...{ kind, id, closed, owner: ownerOfRecord({ kind, closed, ownerId, teamId }) },
    ...(closed && lasting.length > 0 ? { named: lasting } : {}),
    ...(without.length > 0 ? { without } : {}),
    holders: workersOf(record),
    ...(Object.keys(former).length > 0 ? { former } : {}),
    ...(isKeptBack(record) ? { keptBack: true } : {}),
    ...(isReadByLead(topic, record) ? { lead: true } : {}),
    ...(over ? { over } : {}),
  };
}

/** Whether a record changed in what a match follows of it; that others hold its child a link is told as it is weighed. */
export function isOtherEnd(topic: Topic, before: StoredRecord, after: StoredRecord): boolean {
  if (!matchable.includes(after.kind) || before.version === 0) return false;
  const said = (record: StoredRecord) => {
    const { holders, former, ...rest } = endNow(topic, record);
    return JSON.stringify(record.kind === 'link' ? rest : [rest, holders, former]);
  };
  return said(before) !== said(after);
}
