/** How many earlier sittings are looked through for what they did not reach. */
export const earlierLooked = 30;

/** Of how many sittings of a panel the open actions on themes are looked for: a year of monthly ones. */
export const themesLooked = 12;

/**
 * The sittings of the panel of sitting `$1`, besides it, each with when that one starts. Those of one panel hang under it;
 * those under a free name are told by that name (indexes `record_by_parent` and `record_by_kind`).
 */
export const besideSitting = `
  with s as (select * from record where id = $1 and kind = 'sitting'),
  beside as (select r.id, r.opened_at, r.phase, s.opened_at as own from s join record r
    on r.partnership_id = s.partnership_id and r.kind = 'sitting' and r.id <> s.id
    and (case when s.parent_id is null then r.parent_id is null and r.title = s.title else r.parent_id = s.parent_id end))`;
