import type { CommandDefinition, RecordKind } from '@mase/workflow';
import { besideSitting, earlierLooked } from './sittings-beside.js';
import type { Tx } from './store.js';

/** Ids of what hangs under, or is about, what hangs under these records. */
export async function beneath(
  tx: Tx,
  kinds: readonly RecordKind[] | undefined,
  above: string[],
): Promise<string[]> {
  if (!kinds) return [];
  const found = await tx.query<{ id: string }>({
    name: 'beneath',
    text: `select b.id from record c join record b on b.parent_id = c.id
        where c.parent_id = any ($1::uuid[]) and b.kind = any ($2::text[])
      union select b.id from record c join record b on b.subject_id = c.id
        where c.parent_id = any ($1::uuid[]) and b.kind = any ($2::text[])`,
    values: [above, kinds],
  });
  return found.rows.map(({ id }) => id);
}

/** Ids of what hangs under, or is about, the other ends of what lies between those and the parent of a record. */
export async function across(
  tx: Tx,
  lock: NonNullable<CommandDefinition['locks']>['across'],
  recordId: string,
): Promise<string[]> {
  if (!lock) return [];
  const found = await tx.query<{ id: string }>({
    name: 'across',
    text: `with other (id) as (
        select b.subject_id from record r join record b on b.parent_id = r.parent_id
          where r.id = $1 and b.kind = $2 and b.subject_id is not null
        union select b.parent_id from record r join record b on b.subject_id = r.parent_id
          where r.id = $1 and b.kind = $2 and b.parent_id is not null)
      select u.id from other join record u on u.parent_id = other.id where u.kind = any ($3::text[])
      union select u.id from other join record u on u.subject_id = other.id where u.kind = any ($3::text[])`,
    values: [recordId, lock.through, lock.kinds],
  });
  return found.rows.map(({ id }) => id);
}

/**
 * Ids of what hangs beside a record and is of its kind, of what is joined with what both hang under, and of records of these
 * kinds about it; apart, of what those hang under.
 */
export async function withParent(
  tx: Tx,
  lock: NonNullable<CommandDefinition['locks']>['withParent'],
  recordId: string,
): Promise<{ update: string[]; share: string[] }> {
  if (!lock) return { update: [], share: [] };
  const found = await tx.query<{ id: string; above: string | null }>({
    name: 'with parent',
    text: `with own as (select parent_id, kind from record where id = $1),
      beside as (select b.id from own join record b on b.parent_id = own.parent_id and b.kind = own.kind)
      select id, null::uuid as above from beside
      union all select a.id, a.parent_id from beside join record a on a.subject_id = beside.id
        where a.kind = any ($2::text[])
      union all select j.id, null from own join record p on p.id = own.parent_id
        cross join lateral json_array_elements(coalesce(p.standing::json -> 'joined', '[]'::json)) one (said)
        join record j on j.id = (one.said ->> 'id')::uuid`,
    values: [recordId, lock.about],
  });
  return {
    update: found.rows.map(({ id }) => id),
    share: found.rows.flatMap(({ above }) => above ?? []),
  };
}

/** By what of its panel a sitting's command reaches further: the next sitting to come, or what earlier ones left undecided. */
const ofSeriesTexts = {
  next: `${besideSitting} select id from beside
    where opened_at > own and phase in ('scheduled', 'agendaOpen', 'papersIssued') and $2 > 0 order by opened_at, id limit 1`,
  unfinished: `${besideSitting},
    earlier as (select id from beside where opened_at < own order by opened_at desc limit $2),
    unfinished as materialized (select i.id, i.subject_id from record i
      where i.kind = 'agendaItem' and i.phase = 'returned' and i.parent_id in (select id from earlier)
        and not exists (select 1 from record n
          where n.subject_id = i.subject_id and n.kind = 'agendaItem' and n.id > i.id))
    select id from unfinished
    union select subject_id from unfinished where subject_id is not null
    union select c.parent_id from unfinished join record c on c.id = unfinished.subject_id
      where c.kind in ('personCase', 'locationCase') and c.parent_id is not null`,
};

/** Ids of the next sitting of a sitting's panel; or of what its earlier sittings left undecided, with what that is about. */
export async function ofSeries(
  tx: Tx,
  lock: NonNullable<CommandDefinition['locks']>['ofSeries'],
  sittingId: string,
): Promise<string[]> {
  if (!lock) return [];
  const found = await tx.query<{ id: string }>({
    name: `of series ${lock}`,
    text: ofSeriesTexts[lock],
    values: [sittingId, earlierLooked],
  });
  return found.rows.map(({ id }) => id);
}

/** Whether records are locked that only a look at the books finds, so that another may have come while they were locked. */
export function isLookedUp({ locks }: CommandDefinition): boolean {
  const { children, subjectChildren, namedChildren, namedParent, about, beneath, matched } = locks ?? {};
  const { underParent, underSubject, underSubjectParent, across } = locks ?? {};
  const beside = children || subjectChildren || underParent || underSubject || underSubjectParent || across;
  const found = beneath || matched || locks?.withParent || locks?.ofSeries;
  return Boolean(beside || namedChildren || namedParent || about || found);
}

/**
 * The same records, and the matches of identifiers of which one of them is a side, whoever sees these; for sharing the
 * other sides. They follow what a command decides about who reads, of which the matches need not be known to its giver.
 */
export async function withMatches(
  tx: Tx,
  definition: CommandDefinition,
  { update, share }: { update: string[]; share: string[] },
): Promise<{ update: string[]; share: string[] }> {
  if (!definition.locks?.unseen || !isLookedUp(definition)) return { update, share };
  const found = await tx.query<{ match_id: string; end_id: string }>({
    name: 'matches at',
    text: 'select * from matches_at($1)',
    values: [update],
  });
  if (found.rows.length === 0) return { update, share };
  const all = new Set([...update, ...found.rows.map(({ match_id }) => match_id)]);
  const ends = new Set([...share, ...found.rows.map(({ end_id }) => end_id)]);
  return { update: [...all].sort(), share: [...ends].filter((id) => !all.has(id)).sort() };
}
