import type { MigrationInterface, QueryRunner } from 'typeorm';
import { books, columns, once } from './1765100000000-scorecard-terms.js';
import { putAgain, types } from './1765620000000-scorecard-questions.js';
import { knownDay } from './1765630000000-reported-scorecards.js';
import { changed, changesOfOpenThen } from './1766140000000-open-then.js';
import { missingOfPeriod } from './1767190000001-begun-in-period.js';

const read = 'r.parent_id, r.opened_at, coalesce(k.version, r.version) as version';
const parentOf = (entry: string, now: string) => `coalesce((${entry} #>> '{record,parentId}')::uuid, ${now})`;
/** Under whom a record hung, as it was known: records of a child may have been joined since, or taken apart. */
const parentThen = [
  read,
  `${parentOf('h.e', 'r.parent_id')} as parent_id, r.opened_at, coalesce(k.version, r.version) as version`,
] as const;

/** What says that an absence was hung under another record of the child. */
const toldOfChild = `moved.kind = 'missingEpisode' and moved.entry like '%"event":"receive-child"%'`;
const moved = `at_position is not null and r.id in (select moved.record_id from history moved
        where moved.partnership_id = (select app_partnership()) and ${toldOfChild})`;
const began = `b.phase in ('absent', 'over') and x.start <= ${knownDay}`;
const absencesOf = (only: string) => `(${books('missingEpisode', only)}) b
        cross join lateral json_to_record(b.s) x (start date) where ${began}`;
/** All absences of the children of the period: those under their records now, and those that hung there then. */
const missingThen = missingOfPeriod
  .replace(
    '  ), children as (',
    `  ), moved as materialized (
    select b.id, b.parent_id as child, x.start from ${absencesOf(moved)}
  ), children as (`,
  )
  .replace(
    `select min(x.start) as first, count(*) as episodes from ${absencesOf('r.parent_id = l.child')}) a`,
    `select min(o.start) as first, count(*) as episodes from (
        select b.id, x.start from ${absencesOf('r.parent_id = l.child')} and b.parent_id = l.child
        union select m.id, m.start from moved m where m.child = l.child) o) a`,
  );

const own =
  'h.record_id = b.id and h.version <= b.version and h.at < until_at order by h.version desc limit 1';
/** What the books said of a case when the period ended, and from now on also of whom it was then. */
const saidOfWhom = [
  [
    `select d.s from (select case when b.at < until_at then b.s else (select h.entry::json -> 'standing' from history h
      where ${own}) end as s ${once}) d where`,
    `select d.s, d.about from (select b.s, b.parent_id as about where b.at < until_at union all
      select e.e -> 'standing', ${parentOf('e.e', 'b.parent_id')} from (select h.entry::json as e from history h
      where b.at >= until_at and ${own}) e) d where`,
  ],
  ['where r.id = b.parent_id and', 'where r.id = t.about and'],
] as const;

const ofMissing = `missing_facts(${types})`;
const ofCompleteness = `completeness_facts(${types})`;
const ofOthers = [`cohort_facts(${types}, json)`, `incidents_facts(${types}, json)`];
const putMissing = (query: string) =>
  `${putAgain('missing_facts', { returns: columns, query, hasRules: false })}${changed([ofMissing], changesOfOpenThen)}`;
const back = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([from, to]) => [to, from] as const);

/** A scorecard as it was known counts each record under whom it hung then, whichever records were joined since. */
export class UnderWhomThen1767200000003 implements MigrationInterface {
  name = 'UnderWhomThen1767200000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index history_absence_moved on history (partnership_id, record_id) where ${toldOfChild.replaceAll('moved.', '')};
      ${putMissing(missingThen)}
      ${changed([ofMissing, ...ofOthers], [parentThen])}${changed([ofCompleteness], [parentThen, ...saidOfWhom])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changed([ofCompleteness], back([parentThen, ...saidOfWhom]))}${changed(ofOthers, back([parentThen]))}
      ${putMissing(missingOfPeriod)}
      drop index history_absence_moved;
    `);
  }
}
