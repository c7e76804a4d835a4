import { findNames, findRecordsById, findStandingsAt, type LookLine, type Tx } from '@mase/store';
import {
  actionWords,
  type Role,
  roleNames,
  type StoredRecord,
  type UserStanding,
  whyRead,
} from '@mase/workflow';

/** One look as it is shown: who, in which role at that time, when, what, and why he or she could. */
export interface LookView {
  id: string;
  at: string;
  userId: string | null;
  name: string;
  agencyName: string | null;
  roles: string[];
  what: string;
  refused: boolean;
  why: string;
  recordId: string | null;
  /** How many persons the same act showed. */
  persons: number;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Kinds of which a record tells who reads it; a list, a message or a pack is explained by the child’s own record. */
const ownKinds: readonly string[] = [
  'child',
  'childCase',
  'planAction',
  'missingEpisode',
  'incidentVictim',
  'returnInterview',
  'referralProposal',
];

/**
 * Explains looks at a child: the role of that day, and the closest relation by which the rules of that day made the
 * person a reader of what was looked at. Reads what the reader of the list may read; what is closed to him or her is
 * said to be not known.
 */
export async function explainLooks(tx: Tx, childId: string, lines: readonly LookLine[]): Promise<LookView[]> {
  const about = lines.map(({ recordId, recordKind }) =>
    recordId && ownKinds.includes(recordKind ?? '') ? recordId : childId,
  );
  const records = new Map(
    (await findRecordsById(tx, [...new Set([childId, ...about])])).map((one) => [one.id, one]),
  );
  const asOf = (ids: (string | null)[]) =>
    findStandingsAt(
      tx,
      lines.map(({ at }, index) => ({ recordId: ids[index] ?? childId, at })),
    );
  const standings = await asOf(about);
  const users = await asOf(lines.map(({ userId }) => userId));
  const names = await findNames(tx, [
    ...lines.map(({ userId }) => userId),
    ...users.map((user) => (user as UserStanding | null)?.agencyId),
    ...lines.flatMap(({ reason }) => reason?.match(uuid) ?? []),
  ]);
  return lines.map((line, index): LookView => {
    const user = line.userId ? (users[index] as UserStanding | null) : null;
    return {
      id: line.id,
      at: line.at,
      userId: line.userId,
      name: line.userId ? (names[line.userId] ?? 'Not on the books') : 'The service itself',
      agencyName: user ? (names[user.agencyId] ?? null) : null,
      roles: (user?.roles ?? []).map((role: Role) => roleNames[role]),
      what: actionWords(line.action),
      refused: line.refused,
      why: why(line, user, { record: records.get(about[index] ?? ''), standing: standings[index] }, names),
      recordId: records.has(line.recordId ?? '') ? line.recordId : null,
      persons: line.persons,
    };
  });
}

interface About {
  record: StoredRecord | undefined;
  standing: StoredRecord['standing'] | null | undefined;
}

function why(
  line: LookLine,
  user: UserStanding | null,
  { record, standing }: About,
  names: { [id: string]: string },
): string {
  const given = line.reason
    ? ` Reason: ${line.reason.replaceAll(uuid, (one) => names[one] ?? 'somebody')}.`
    : '';
  if (line.refused) return `Refused: nothing was shown.${given}`;
  if (!line.userId) return `A due clock, an import or an operator.${given}`;
  const relation =
    user && record && standing ? whyRead({ userId: line.userId, user, record, standing, at: line.at }) : null;
  if (relation) return `${relation}.${given}`;
  return `${given ? '' : 'What made this possible is not known to you.'}${given}`.trim();
}
