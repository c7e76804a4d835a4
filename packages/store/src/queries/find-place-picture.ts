import type { LocationStanding, StoredRecord, StrandCaseStanding } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';

/**
 * From which record something was told of a place; `named` is an incident whose words alone name the place, as nobody has
 * linked it with one.
 */
export type ToldBy = 'incident' | 'named' | 'missing' | 'intelligence' | 'link';

/** So much was told of a place in a month; where the place stands only in words, those words. */
export interface ToldOfPlace {
  by: ToldBy;
  /** `2026-11`. */
  month: string;
  count: number;
  locationId: string | null;
  written: string | null;
}

/** A place with the case under which it is on the books. */
export interface PlaceOnBooks {
  place: StoredRecord<LocationStanding>;
  about: StoredRecord<StrandCaseStanding>;
}

const open = ['reported', 'screening', 'active', 'suspended', 'closing'];

/** The places with an open case of which this reader reads the sheet, by name. */
export async function findPlacesOnBooks(tx: Tx): Promise<PlaceOnBooks[]> {
  const found = await tx.query<RawRecord>({
    name: 'places on the books',
    text: `with mine as (select r.* from record r where r.partnership_id = (select app_partnership())
        and r.kind = 'locationCase' and r.phase = any ($1::text[]) and exists (select 1 from case_reader k
          where k.record_id = r.id and k.class in ('sheet', 'case') and (k.until is null or k.until > (select app_now()))))
      select ${recordColumns} from mine
      union all select ${recordColumns} from record where kind = 'location' and id in (select parent_id from mine)`,
    values: [open],
  });
  const records = found.rows.map(storedRecord);
  const places = new Map(records.filter(({ kind }) => kind === 'location').map((one) => [one.id, one]));
  const cases = records.filter(({ kind }) => kind === 'locationCase');
  return cases
    .flatMap((about) => {
      const place = places.get(about.parentId ?? '');
      return place ? [{ place, about } as PlaceOnBooks] : [];
    })
    .sort((one, other) => one.place.standing.name.localeCompare(other.place.standing.name));
}

const monthOf = (incident: string) =>
  `left(coalesce(${incident} ->> 'committed', ${incident} ->> 'recorded'), 7)`;
const ofPart = monthOf("standing::json -> 'incident'");
const ofIncident = monthOf('standing::json');

/**
 * What was told of places by month, as far as this reader reads it: links that were seen to hold, reports of intelligence
 * that name the place (which the desk alone knows), incidents that were linked with it, and, apart, those that were linked
 * with no place that this reader may know, and returns of missing children, both by the words for the place.
 */
const told = `
  select 'link' as by, left(l.standing::json ->> 'lastOn', 7) as month, substr(e.node, 10)::uuid as location_id,
    null as written, count(distinct l.id)::integer as count
  from link_edge e join record l on l.id = e.record_id
  where e.partnership_id = (select app_partnership()) and e.node = any ($1::text[])
    and l.standing::json -> 'ended' ->> 'how' is distinct from 'withdrawn'
    and left(l.standing::json ->> 'lastOn', 7) between $3 and $4 group by 2, 3
  union all
  select 'intelligence', to_char(r.opened_at at time zone $5, 'YYYY-MM'), p, null, count(*)::integer
  from record r cross join lateral unnest(r.persons) p
  where r.partnership_id = (select app_partnership()) and r.kind = 'intelligence' and p = any ($2::uuid[])
    and r.phase not in ('rejected', 'withdrawn') and exists (select 1 from case_reader k where k.record_id = r.id
      and k.class = 'unsanitised' and (k.until is null or k.until > (select app_now())))
    and to_char(r.opened_at at time zone $5, 'YYYY-MM') between $3 and $4 group by 2, 3
  union all
  select 'incident', ${ofPart}, parent_id, null, count(distinct subject_id)::integer
  from record where partnership_id = (select app_partnership()) and kind = 'incidentPart' and phase = 'linked'
    and parent_id = any ($2::uuid[]) and ${ofPart} between $3 and $4 group by 2, 3
  union all
  select 'named', ${ofIncident}, null, standing::json ->> 'place', count(*)::integer
  from record i where partnership_id = (select app_partnership()) and kind = 'incident' and phase <> 'withdrawn'
    and standing::json ->> 'place' is not null and ${ofIncident} between $3 and $4
    and not exists (select from record p where p.subject_id = i.id and p.kind = 'incidentPart' and p.phase = 'linked'
      and p.standing::json ->> 'part' = 'place') group by 2, 4
  union all
  select 'missing', to_char(w.happened at time zone $5, 'YYYY-MM'), null, w.body::json ->> 'whereFound',
    count(distinct w.record_id)::integer
  from written w join record m on m.id = w.record_id and m.kind = 'missingEpisode'
  where w.partnership_id = (select app_partnership()) and w.kind = 'return' and w.body::json ->> 'whereFound' is not null
    and to_char(w.happened at time zone $5, 'YYYY-MM') between $3 and $4 group by 2, 4`;

/** Which places, between which months, both included, and by the clock of which area. */
export interface ToldAsked {
  locationIds: readonly string[];
  from: string;
  to: string;
  timeZone: string;
}

/** What was told of places by month and by what, as far as this reader reads it; nothing of what is closed to him or her. */
export async function findToldOfPlaces(tx: Tx, asked: ToldAsked): Promise<ToldOfPlace[]> {
  const { locationIds, from, to, timeZone } = asked;
  const found = await tx.query<Omit<ToldOfPlace, 'locationId'> & { location_id: string | null }>({
    name: 'told of places',
    text: told,
    values: [locationIds.map((id) => `location:${id}`), locationIds, from, to, timeZone],
  });
  return found.rows.map(({ location_id: locationId, ...row }) => ({ ...row, locationId }));
}
