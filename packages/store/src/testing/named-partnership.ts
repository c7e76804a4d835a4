import type { ClientBase } from 'pg';
import { normalTerm } from '../change-rows.js';
import { chanceOf } from './chance.js';
import { madeUpName } from './made-up-names.js';

const batch = 10_000;

/** Rows of one record as copies hold them, each under an id and a name of its own; with them go its readers. */
const copies = `
  with named as (
      select ($2 || lpad(to_hex(n + $3::integer), 12, '0'))::uuid as id, name, term
      from unnest($4::text[], $5::text[]) with ordinality as t (name, term, n)),
    made as (
      insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
      select r.partnership_id, n.id, r.kind, 1, r.state, r.phase,
        replace(r.standing, to_json(r.title)::text, to_json(n.name)::text), r.at, n.name, array[n.id]
      from record r cross join named n where r.id = $1),
    read as (
      insert into case_reader (partnership_id, record_id, principal, class, until, without)
      select k.partnership_id, n.id, k.principal, k.class, k.until, k.without
      from case_reader k cross join named n where k.record_id = $1)
  insert into search_term (partnership_id, kind, term, record_kind, record_id, sought)
  select r.partnership_id, 'name', n.term, r.kind, n.id, true from record r cross join named n where r.id = $1`;

/**
 * Puts so many copies of a record on the books, each with a made-up name that it is found by, read by those who read the
 * record: current rows without a history, for measuring how they are found. Gives the names, in their order; the same
 * seed gives the same.
 */
export async function addNamed(
  owner: Pick<ClientBase, 'query'>,
  { like, count, seed }: { like: string; count: number; seed: number },
): Promise<string[]> {
  const next = chanceOf(seed);
  const names = Array.from({ length: count }, () => madeUpName(next));
  const prefix = `0190${seed.toString(16).padStart(4, '0')}-0000-7000-8000-`;
  for (let from = 0; from < count; from += batch) {
    const some = names.slice(from, from + batch);
    await owner.query(copies, [like, prefix, from, some, some.map(normalTerm)]);
  }
  return names;
}
