import type { MigrationInterface, QueryRunner } from 'typeorm';

const named = (side: 'victims' | 'offenders') => `
  select i.id, (i.s ->> 'force') || ' ' || (p.value ->> 'reference') as number, p.place
  from inc i cross join lateral json_array_elements(i.s -> '${side}') with ordinality p (value, place)`;

/** Persons and locations that are linked to the incidents, by which offender; one that is closed is not seen here. */
const linked = (part: 'offender' | 'place', as: string) => `
              select l.subject_id, (l.standing::json ->> 'number')::integer as place, min(l.parent_id::text) as ${as}
              from record l where l.kind = 'incidentPart' and l.phase = 'linked' and l.standing::json ->> 'part' = '${part}'
                and l.subject_id in (select inc.id from inc) group by 1, 2`;

const before = {
  offenders: `offenders as materialized (select o.id, o.number as who from (${named('offenders')}) o
            ), people as (`,
  people: `select 'offender', o.who, count(distinct o.id) from offenders o group by 2
            )`,
  unknown: `select 'offendersUnknown', null, null, null, null, null, count(*)::integer from offenders o where o.who is null having count(*) > 0;`,
};

const after = {
  offenders: `suspected as materialized (${linked('offender', 'person')}
            ), suspects as materialized (
              select n.id, n.number, s.person from (${named('offenders')}) n
              left join suspected s on s.subject_id = n.id and s.place = n.place
            ), persons as materialized (
              select s.number, min(s.person) as person from suspects s where s.number is not null and s.person is not null group by 1
            ), offenders as materialized (
              select s.id, coalesce(s.person, k.person, s.number) as who from suspects s left join persons k on k.number = s.number
            ), sites as materialized (
              select i.id, lower(btrim(i.s ->> 'place')) as words, l.location
              from inc i left join (${linked('place', 'location')}) l on l.subject_id = i.id
            ), locations as materialized (
              select s.words, min(s.location) as location from sites s where s.words is not null and s.location is not null group by 1
            ), places as materialized (
              select s.id, coalesce(s.location, k.location, nullif(s.words, '')) as who from sites s left join locations k on k.words = s.words
            ), people as (`,
  people: `select 'offender', o.who, count(distinct o.id) from offenders o group by 2
              union all
              select 'place', p.who, count(distinct p.id) from places p group by 2
            )`,
  unknown: `select 'offendersUnknown', null, null, null, null, null, count(*)::integer from offenders o where o.who is null having count(*) > 0
            union all
            select 'placesUnknown', null, null, null, null, null, count(*)::integer from places p where p.who is null having count(*) > 0;`,
};

const change = (from: string, to: string) => `
      if position($from$${from}$from$ in body) = 0 then raise exception 'incident_figures counts otherwise'; end if;
      body := replace(body, $from$${from}$from$, $to$${to}$to$);`;

const changed = (from: typeof before, to: typeof before) => `
  do $do$
    declare
      body text := pg_get_functiondef('incident_figures(timestamptz, timestamptz, text)'::regprocedure);
    begin${change(from.offenders, to.offenders)}${change(from.people, to.people)}${change(from.unknown, to.unknown)}
      execute body;
    end $do$;`;

const seen = (kinds: string) => `
  drop policy record_figures_select on record;
  create policy record_figures_select on record for select to mase_figures
    using (partnership_id = (select app_partnership()) and kind in (${kinds})
      and (standing::json #>> '{access,closed}') is distinct from 'true');`;

/** Offenders and places of incidents are counted by the persons and locations that are linked to them. */
export class FiguresOfLinkedIncidents1764750000000 implements MigrationInterface {
  name = 'FiguresOfLinkedIncidents1764750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(seen("'incident', 'incidentVictim', 'incidentPart'") + changed(before, after));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(seen("'incident', 'incidentVictim'") + changed(after, before));
  }
}
