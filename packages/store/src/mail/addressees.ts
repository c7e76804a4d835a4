import { postsInForce, type UserStanding } from '@mase/workflow';
import type { PoolClient } from 'pg';
import { nobody, readingOf } from '../access.js';
import { coverIn } from '../queries/sessions.js';

/** Somebody with an account, with every principal under which he or she is told things now. */
export interface Addressee {
  id: string;
  user: UserStanding;
  principals: ReadonlySet<string>;
}

/** Everybody of a partnership with a running account, in his or her own part and in the posts filled for others at an instant. */
export async function findAddressees(
  client: Pick<PoolClient, 'query'>,
  partnershipId: string,
  at: string,
): Promise<Addressee[]> {
  const people = await client.query<{ id: string; standing: string }>({
    name: 'people to tell',
    text: 'select id, standing from people_to_tell($1)',
    values: [partnershipId],
  });
  const covered = await client.query<{ cover: string | null }>({
    name: 'cover to tell',
    text: 'select cover_of($1, $2, $3) as cover',
    values: [partnershipId, nobody, at],
  });
  const { cover } = coverIn(covered.rows[0]?.cover ?? null);
  return people.rows.map(({ id, standing }) => {
    const user = JSON.parse(standing) as UserStanding;
    const { agencyId, teamId, roles } = user;
    const posts = postsInForce({ userId: id, agencyId, teamId, roles }, cover, at);
    return { id, user, principals: new Set(readingOf({ ...user, id }, partnershipId, posts).principals) };
  });
}

/** Who reads a record: any of the principals, but nobody of those kept from it. */
interface ReaderLine {
  record_id: string;
  principals: string[];
  without: string[] | null;
}

/** Says of a person and a record whether he or she reads it: the same test of membership as for every list. */
export async function findReadersToTell(
  client: Pick<PoolClient, 'query'>,
  records: readonly string[],
  at: string,
): Promise<(who: Addressee, recordId: string) => boolean> {
  const found = await client.query<ReaderLine>({
    name: 'readers to tell',
    text: 'select record_id, principals, without from readers_to_tell($1::uuid[], $2)',
    values: [records, at],
  });
  const lines = new Map<string, ReaderLine[]>();
  for (const line of found.rows) lines.set(line.record_id, [...(lines.get(line.record_id) ?? []), line]);
  return ({ id, principals }, recordId) =>
    (lines.get(recordId) ?? []).some(
      (line) => !line.without?.includes(id) && line.principals.some((one) => principals.has(one)),
    );
}
