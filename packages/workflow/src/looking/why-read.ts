import { labelOf } from '../labels.js';
import type { Actor, Standing, StoredRecord } from '../model.js';
import { postsAt } from '../posts.js';
import { readersOf } from '../readers.js';
import { principalsOf, type Role, roleNames } from '../roles.js';
import { topicOf } from '../topics.js';

/** What a record and a reader were when the reader looked. */
export interface Looked {
  userId: string;
  user: Pick<Actor, 'agencyId' | 'teamId' | 'roles' | 'posts'>;
  record: Pick<StoredRecord, 'id' | 'kind' | 'parentId' | 'subjectId'>;
  standing: Standing;
  at: string;
}

const strength = ['named:', 'user:', 'team:', 'agency:', 'role:', 'everyone'];

/**
 * Why somebody could read a record when he or she did: the closest relation by which the rules of that day made him or
 * her a reader, in words; null where nothing did.
 */
export function whyRead({ userId, user, record, standing, at }: Looked): string | null {
  const stored = { ...record, standing, state: '', version: 1, at } as unknown as StoredRecord;
  const principals = principalsOf({ ...user, userId, posts: postsAt(user.posts, at) });
  const lines = readersOf(topicOf(record.kind), stored, at).filter(
    ({ principal, until, without, class: kind }) =>
      kind !== 'existence' &&
      principals.includes(principal) &&
      (until === null || until > at) &&
      !without?.includes(userId),
  );
  const [closest] = [...lines].sort((one, other) => rankOf(one.principal) - rankOf(other.principal));
  if (!closest) return null;
  const hour = namedOn(standing, userId)?.until ?? null;
  if (closest.principal.startsWith('named:') && hour !== null)
    return 'Opened in an emergency, for an hour at most';
  return `${words(closest.principal, userId, standing)}${closest.until ? ', until lately' : ''}`;
}

const namedOn = ({ access }: Standing, userId: string) => access?.named?.find((one) => one.userId === userId);
const rankOf = (principal: string) => strength.findIndex((one) => principal.startsWith(one));
const roleWords = (role: string) => roleNames[role as Role] ?? labelOf(role);

function words(principal: string, userId: string, standing: Standing): string {
  const [kind = '', ...rest] = principal.split(':');
  const role = roleWords(rest.at(-1) ?? '');
  if (kind === 'named') return 'Named on a restricted record';
  if (kind === 'user')
    return (standing as { workerId?: string }).workerId === userId
      ? 'Allocated worker'
      : 'Named on the record';
  if (kind === 'team') return `${role} of the team that holds it`;
  if (kind === 'agency') return `${role} of an agency that takes part`;
  if (kind === 'role') return `By role: ${role}`;
  return 'Open to everybody with an account';
}
