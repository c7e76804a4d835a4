import { clockPrincipals, type Post, principalsOf, type UserStanding } from '@mase/workflow';
import type { PoolClient } from 'pg';
import type { OpenGlass } from './queries/sessions.js';
import { together } from './together.js';

/**
 * A session that was open when it was last asked for: its hash and the version of its person's account then. The first
 * transaction of a request looks at it again; `seen` says that it did.
 */
export interface HeldSession {
  readonly hash: Buffer;
  readonly userVersion: number;
  seen: boolean;
}

/** For whom the database is asked: a person of a partnership, with the principals under which he or she reads. */
export interface Reading {
  partnershipId: string;
  userId: string;
  principals: readonly string[];
  /** Where the person is signed in: nothing is read or written once the session is over. */
  session?: HeldSession;
  /** Records that he or she opened in an emergency: every look at them is audited with the reason. */
  glass?: readonly OpenGlass[];
}

/** The id under which nobody in particular acts: a clock, the operator, an attempt to sign in. No account has it. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** The reading of a partnership's clock: what the worker does by itself. */
export function clockReading(partnershipId: string): Reading {
  return { partnershipId, userId: nobody, principals: clockPrincipals };
}

/** Whether a transaction was refused since the session is over, or its account has changed since it was asked for. */
export function isSessionMoved(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === sessionMoved;
}

/** The SQLSTATE that `open_context` raises. */
const sessionMoved = 'MSE01';

/** The reading of somebody with an account, in his or her own part and in the posts that are filled for others now. */
export function readingOf(
  user: UserStanding & { id: string },
  partnershipId: string,
  posts: readonly Post[] = [],
): Reading {
  return {
    partnershipId,
    userId: user.id,
    principals: principalsOf({
      userId: user.id,
      agencyId: user.agencyId,
      teamId: user.teamId,
      roles: user.roles,
      posts,
      panels: user.panels,
    }),
  };
}

/**
 * Begins a transaction and sets the row-level-security context in it: the one place that does. `now` is the instant at
 * which memberships are judged; `oneSnapshot` lets every statement see the books as the first one did. Without a context the database shows no row. The statements travel together with what
 * is asked next on the same connection; await the answer with it. Refused (`isSessionMoved`) where the reading's
 * session is no longer what it was.
 */
export async function begin(
  client: PoolClient,
  reading: Reading,
  about: { purpose: 'read' | 'change'; now: string; oneSnapshot?: boolean | undefined },
): Promise<void> {
  const { session, partnershipId, userId, principals } = reading;
  const values = [partnershipId, userId, principalsText(principals), about.purpose, about.now];
  const looked = session && !session.seen ? session : undefined;
  const context = looked
    ? { ...contextOfSession, values: [looked.hash, looked.userVersion, ...values] }
    : { ...plainContext, values };
  const opening = about.oneSnapshot ? 'begin isolation level repeatable read' : 'begin';
  await together([client.query(opening), client.query(context)]);
  if (looked) looked.seen = true;
}

const plainContext = {
  name: 'context',
  text: `select set_config('app.partnership', $1, true), set_config('app.user', $2, true),
    set_config('app.principals', $3, true), set_config('app.purpose', $4, true), set_config('app.now', $5, true)`,
};

const contextOfSession = {
  name: 'context of session',
  text: 'select open_context($1, $2, $3::uuid, $4::uuid, $5, $6, $7)',
};

function principalsText(principals: readonly string[]): string {
  return `{${principals.map((one) => JSON.stringify(one)).join(',')}}`;
}
