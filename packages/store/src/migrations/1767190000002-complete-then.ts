import type { MigrationInterface, QueryRunner } from 'typeorm';
import { about, completeness, fields, strandOpen, strandSince } from './1765100000000-scorecard-others.js';
import { atEnd, books, columns, factsOf, once, openSince } from './1765100000000-scorecard-terms.js';
import { putAgain, types } from './1765620000000-scorecard-questions.js';
import { changed, changesOfOpenThen } from './1766140000000-open-then.js';
import { openIn } from './1766320000000-times-worked.js';
import { changesOfNotYetKnown } from './1766330000000-not-yet-known.js';
import { readAgain } from './1767100000000-times-read-once.js';

/** The same records, each with the instant of its last entry: what it says holds since then. */
const dated = (records: string) => records.replace('select r.id,', 'select r.id, r.at,');
/** What the books said of a record when the period ended; null where they did not have it yet. */
const saidThen = (
  of: string,
) => `case when ${of}.at < until_at then ${of}.s else (select h.entry::json -> 'standing' from history h
      where h.record_id = ${of}.id and h.version <= ${of}.version and h.at < until_at order by h.version desc limit 1) end`;

/** Cases of a kind that were open when the period ended, and whom or what they are about, as the books had both by then. */
const openThen = (
  { kind, since, isOpen, says }: { kind: string; since: string; isOpen: string; says: string },
  subject: { kind: string; says: string },
) => `(${dated(books(kind, since))}) b
    cross join lateral json_to_record(b.s) c ("acceptedAt" timestamptz, closed json)
    cross join lateral (select 1 where ${isOpen} ${once}) o
    cross join lateral (select d.s from (select ${saidThen('b')} as s ${once}) d where d.s is not null ${once}) t
    cross join lateral json_to_record(t.s) x (${says})
    left join lateral (${dated(about(subject.kind))}) k on true
    left join lateral json_to_record(${saidThen('k')}) y (${subject.says}) on true`;
const listedThen = (kind: string) => ({
  ...{ kind, since: strandSince, isOpen: strandOpen.replaceAll('x.', 'c.'), says: 'clocks json' },
});

/** What was recorded of open records by the end of the period, field by field. */
const completeThen = `${factsOf(
  openThen(
    {
      ...{ kind: 'childCase', since: openSince, isOpen: openIn('until_at') },
      says: 'source text, harm json, confirmed json, plan json, views json',
    },
    { kind: 'child', says: '"birthDate" text, sex text, ethnicity text' },
  ),
  fields('child', 'true', {
    'birth-date': 'y."birthDate" is not null',
    sex: `coalesce(y.sex, 'not-yet-known') <> 'not-yet-known'`,
    ethnicity: `coalesce(y.ethnicity, 'NOBT') <> 'NOBT'`,
    source: `coalesce(x.source, 'not-yet-known') <> 'not-yet-known'`,
    kind: `x.harm::text <> '{}'`,
    grade: `json_typeof(x.confirmed) = 'object'`,
    plan: `json_typeof(x.plan) = 'object'`,
    'child-view': `coalesce((x.views ->> 'child')::integer, 0) + coalesce((x.views ->> 'childAttempts')::integer, 0) > 0`,
  }),
)} union all ${factsOf(
  openThen(listedThen('personCase'), {
    kind: 'person',
    says: '"ethnicitySelf" text, "ethnicityOfficer" text, nationality text',
  }),
  fields('person', 'true', {
    'ethnicity-self': 'y."ethnicitySelf" is not null',
    'ethnicity-officer': 'y."ethnicityOfficer" is not null',
    nationality: 'y.nationality is not null',
  }),
)} union all ${factsOf(
  openThen(listedThen('locationCase'), {
    kind: 'location',
    says: 'kind text, postcode text, latitude text',
  }),
  fields('place', 'true', {
    kind: 'y.kind is not null',
    postcode: 'y.postcode is not null',
    point: 'y.latitude is not null',
  }),
)}`;

const facts = [`completeness_facts(${types})`];
const put = (query: string) =>
  `${putAgain('completeness_facts', { returns: columns, query, hasRules: false })}${changed(facts, changesOfOpenThen)}`;
const putThen = `${put(completeThen)}${changed(facts, readAgain)}`;

/** How complete records were when a period ended is told by what the books said then, not by what was added since. */
export class CompleteThen1767190000002 implements MigrationInterface {
  name = 'CompleteThen1767190000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(putThen);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${put(completeness)}${changed(facts, [[atEnd, openIn('until_at')]])}${changed(facts, changesOfNotYetKnown)}${changed(facts, readAgain)}`,
    );
  }
}
