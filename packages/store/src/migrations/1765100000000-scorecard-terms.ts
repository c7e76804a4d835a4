/** What every scorecard is asked: its period, up to when it is known, the place of the ledger, the time zone of its days. */
export const parameters =
  'from_at timestamptz, until_at timestamptz, known_at timestamptz, at_position bigint, zone text';
/** The same, passed on. */
export const passed = 'from_at, until_at, known_at, at_position, zone';
/** What a fact is. */
export const columns = 'measure text, part text, record_id uuid, amount integer';

/**
 * The records of a kind as they were at a sealed position of the ledger, or as they are where there is none: the
 * standing then, its state, and the version that was known. One that has not changed since is read where it stands.
 */
export const books = (kind: string, only = 'true') => `
  select r.id, r.parent_id, r.opened_at, coalesce(k.version, r.version) as version,
    coalesce(h.e #>> '{state,work}', h.e ->> 'state', r.phase) as phase, coalesce(h.e -> 'standing', r.standing::json) as s
  from record r
  left join lateral (select e.version from ledger_entry e
    where e.id = r.id and e.source = 'history' and e.position < at_position order by e.version desc limit 1) k on true
  left join lateral (select h.entry::json as e from history h
    where at_position is not null and h.record_id = r.id and h.version = k.version and k.version <> r.version limit 1) h on true
  where r.partnership_id = (select app_partnership()) and r.kind = '${kind}' and (at_position is null or k.version is not null)
    and (${only})`;

const openPhases = `array['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring',
  'screening', 'nominated', 'reported', 'active']`;
/** Open now, or closed since the first day, or since it was known: no other case can have been open on a day of the period. */
export const openSince = `r.opened_at < until_at and (r.phase = any (${openPhases}) or r.closed_at >= least(from_at, known_at))`;

/** Keeps what a row is judged by from being worked out anew for each of its facts. */
export const once = 'offset 0';
/** Whether an instant lies in the period. */
export const within = (instant: string) => `(${instant} >= from_at and ${instant} < until_at)`;
/** The local day of an instant. */
export const local = (instant: string) => `(${instant} at time zone zone)::date`;
/** The first local day of the period. */
export const firstDay = local('from_at');
/** The last local day of the period. */
export const lastDay = `(${local('until_at')} - 1)`;
/** What was written on a record, as it was known, but for what was corrected or withdrawn. */
export const written = (kind: string, of: string, more = '') => `
  from written w where w.record_id = ${of}.id and w.kind = '${kind}' and w.version <= ${of}.version ${more}
    and not exists (select 1 from written n where n.record_id = w.record_id and n.kind = '${kind}' and n.replaces = w.id and n.version <= ${of}.version)
    and not exists (select 1 from withdrawn_row x where x.written_id = w.id)`;
/** One thing that a scorecard counts: under which measure and part, how much, and when. */
export interface Fact {
  measure: string;
  part?: string;
  amount?: string;
  when: string;
}
const factRows = (facts: readonly Fact[]) =>
  facts
    .map(
      ({ measure, part = 'null::text', amount = '1', when }) => `('${measure}', ${part}, ${amount}, ${when})`,
    )
    .join(',\n      ');
/** A query that tells these facts of each row that it reads. */
export const factsOf = (from: string, facts: readonly Fact[], id = 'b.id') => `
  select f.measure, f.part, ${id}, f.amount from ${from} cross join lateral (values
      ${factRows(facts)}) f (measure, part, amount, counts) where f.counts`;

/** Agencies of the partnership, with their teams. */
export const agencies = `(select a.id::text as id, a.standing::json ->> 'name' as name, a.standing::json -> 'teams' as teams
    from record a where a.partnership_id = (select app_partnership()) and a.kind = 'agency')`;

const takenOutcomes = `x.triage ->> 'outcome' in ('risk-assessment', 'section-47-and-risk-assessment')`;
/** Whether triage took a case on, or it is worked on all the same since it was relisted. */
export const takenOn = `(${takenOutcomes} or b.phase not in ('awaitingTriage', 'closed'))`;
/** Whether a case that was taken on was open when the period ended. */
export const atEnd = `${takenOn} and x."receivedAt" < until_at and (x.closed is null or (x.closed ->> 'at')::timestamptz >= until_at)`;
