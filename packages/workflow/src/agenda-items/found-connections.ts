import { nameParts } from '../looking/name-lines.js';

/** By what somebody at the table may be connected with somebody on the agenda, the strongest first. */
export const connectionSigns = ['same-name', 'same-email', 'same-surname'] as const;
/** One of these. */
export type ConnectionSign = (typeof connectionSigns)[number];

/** Somebody at the table, with an account or without: what the product knows that can be compared. */
export interface AtTable {
  userId: string | null;
  name: string;
  agency: string;
  email: string | null;
}

/** Somebody whom an item is about or who stands around a child: in which part, under which names, reached how. */
export interface AroundItem {
  /** In words: the child, the child’s mother, the person of concern. */
  part: string;
  names: readonly string[];
  emails: readonly string[];
}

/** A possible connection of one person at the table with one item: by which signs, with whom in which part. */
export interface FoundConnection {
  userId: string | null;
  name: string;
  agency: string;
  signs: { sign: ConnectionSign; part: string }[];
}

const plain = (text: string) => text.trim().toLowerCase();

/** A name as it is compared: without case, accents or a comma between surname and first names, in any order. */
function sameWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}

function nameSign(one: AtTable, { names }: AroundItem): ConnectionSign | null {
  const own = nameParts(one.name);
  if (!own.last) return null;
  const whole = sameWords(one.name);
  if (names.some((name) => sameWords(name) === whole)) return 'same-name';
  return names.some((name) => nameParts(name).last === own.last) ? 'same-surname' : null;
}

function signsOf(one: AtTable, other: AroundItem): FoundConnection['signs'] {
  const byName = nameSign(one, other);
  const { email } = one;
  const byEmail = email !== null && other.emails.some((given) => plain(given) === plain(email));
  return [
    ...(byName ? [{ sign: byName, part: other.part }] : []),
    ...(byEmail ? [{ sign: 'same-email', part: other.part } as const] : []),
  ];
}

const weight = ({ signs }: FoundConnection) =>
  Math.min(...signs.map(({ sign }) => connectionSigns.indexOf(sign)));

/**
 * Personal connections that those at the table may have with an item, as far as names and addresses tell; the strongest
 * first. A proposal for the chair and no finding: many families share a name.
 */
export function foundConnections(
  table: readonly AtTable[],
  around: readonly AroundItem[],
): FoundConnection[] {
  return table
    .map(({ userId, name, agency, email }) => ({
      userId,
      name,
      agency,
      signs: around.flatMap((other) => signsOf({ userId, name, agency, email }, other)),
    }))
    .filter(({ signs }) => signs.length > 0)
    .sort((one, other) => weight(one) - weight(other) || one.name.localeCompare(other.name, 'en'));
}
