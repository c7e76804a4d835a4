import type { Cover, StoredRecord, UserStanding } from '@mase/workflow';
import { nobody } from '../access.js';
import type { Tx } from '../store.js';
import { type RawRecord, recordColumns, storedRecord } from '../stored-record.js';
import { coverIn } from './sessions.js';

/** Accounts, and from what it follows what each of them fills for others at an instant. */
export interface Staff {
  users: StoredRecord<UserStanding>[];
  cover: Cover;
}

/** A part as a principal names it. */
interface NamedPart {
  role: string;
  agency: string | null;
  team: string | null;
}

function partOf(principal: string): NamedPart | null {
  const [of, first = '', role = ''] = principal.split(':');
  if (of === 'role') return { role: first, agency: null, team: null };
  if (of === 'agency') return { role, agency: first, team: null };
  return of === 'team' ? { role, agency: null, team: first } : null;
}

const idOf = (principal: string): string | null =>
  principal.startsWith('user:') ? principal.slice('user:'.length) : null;

/** Whom absences, leavings, delegations and rotas name, by principal: each of these may fill a part for another. */
function standingIn({ people, places }: Cover, at: string): string[] {
  return [
    ...places.filter(({ from, until }) => from <= at && at < until).map(({ userId }) => `user:${userId}`),
    ...people.flatMap(({ standing: { absences = [], delegations = [], left } }) => [
      ...absences.flatMap(({ standInId, cover }) => [...(standInId ? [`user:${standInId}`] : []), cover]),
      ...delegations.map(({ toId }) => `user:${toId}`),
      ...(left ? [left.cover] : []),
    ]),
  ];
}

/**
 * The running accounts that may answer to one of these principals (`role:`, `agency:`, `team:` or `user:`) at an instant: by
 * themselves, or in a part that they fill for another; who of them does follows from `cover`. They are found by what they
 * are, however many accounts there are, and come by name.
 */
export async function findStaff(tx: Tx, principals: readonly string[], at: string): Promise<Staff> {
  const covered = await tx.query<{ cover: string | null }>({
    name: 'cover of staff',
    text: 'select cover_of((select app_partnership()), $1, $2) as cover',
    values: [nobody, at],
  });
  const { cover } = coverIn(covered.rows[0]?.cover ?? null);
  const all = [...new Set([...principals, ...standingIn(cover, at)])];
  const found = await tx.query<RawRecord>({
    name: 'staff',
    text: `select ${recordColumns} from record u
      where partnership_id = (select app_partnership()) and kind = 'user' and phase = 'active'
        and (id = any ($1::uuid[]) or exists (
          select 1 from json_to_recordset($2::json) p (role text, agency text, team text)
          where (u.standing::jsonb -> 'roles') ? p.role
            and (p.agency is null or u.standing::json ->> 'agencyId' = p.agency)
            and (p.team is null or u.standing::json ->> 'teamId' = p.team)))
      order by title, id`,
    values: [all.flatMap((one) => idOf(one) ?? []), JSON.stringify(all.flatMap((one) => partOf(one) ?? []))],
  });
  return { users: found.rows.map(storedRecord) as StoredRecord<UserStanding>[], cover };
}
