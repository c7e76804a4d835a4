import { shortBreaks } from '../child-cases/child-read.js';
import type { StatusLine } from './about.js';
import { type ChildStanding, childStatusOf } from './standing.js';

/** What is known of a child as such, whichever record says it. */
const facts = [
  ...(['chosenName', 'birthDate', 'sex', 'ethnicity', 'upn', 'localId', 'nhsNumber', 'status'] as const),
] as const;
type Fact = (typeof facts)[number];
type Lines = NonNullable<ChildStanding['lines']>;

/** What a record is asked for when it is joined. */
export type CarriedFacts = Pick<ChildStanding, Fact | 'lines' | 'workers'>;

/** What came with a record that was joined: facts that this one lacked, and its own lines of status in whose place others stand. */
export interface Carried {
  facts?: Fact[];
  lines?: { [line in StatusLine]?: Lines[StatusLine] | null };
}

const isKnown = (fact: unknown) => fact !== null && fact !== undefined;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Facts of a record as it hands them over; books of before keep beside a status what a return gave besides, which stays. */
export function factsOf(standing: CarriedFacts): CarriedFacts {
  const { chosenName, birthDate, sex, ethnicity, upn, localId, nhsNumber } = standing;
  const { lines = {}, workers = 0 } = standing;
  const status = standing.status && childStatusOf(standing.status);
  return {
    ...{ chosenName, birthDate, sex, ethnicity, upn, localId, status, lines, workers },
    ...(nhsNumber ? { nhsNumber } : {}),
  };
}

/** Lines of status, that of being looked after also where a return alone says it: it must not be lost beside another status. */
function linesOf({ lines = {}, status }: CarriedFacts): Lines {
  if (!status || shortBreaks.includes(status.legalStatus) || lines['looked-after']) return lines;
  const { since, until } = status;
  return { ...lines, 'looked-after': { since, until, next: null } };
}

const lasts = (line: Lines[StatusLine]) => (line ? (line.until ?? '9999-12-31') : '');

/**
 * What the kept record takes from the one that is joined with it: what it does not know, and a line of status that
 * stands longer than its own. `differs` names what both know and say otherwise: there the kept record's stands.
 */
export function carry(
  kept: CarriedFacts,
  joined: CarriedFacts,
): { patch: Partial<ChildStanding>; carried: Carried; differs: { [fact in Fact]?: unknown } } {
  const known = factsOf(kept);
  const lacking = facts.filter((one) => !isKnown(known[one]) && isKnown(joined[one]));
  const other = facts.filter((one) => isKnown(known[one]) && isKnown(joined[one]));
  const own = kept.lines ?? {};
  const taken = Object.entries(linesOf(joined)) as [StatusLine, Lines[StatusLine]][];
  const longer = taken.filter(([line, one]) => lasts(one) > lasts(own[line]));
  const workers = (kept.workers ?? 0) + (joined.workers ?? 0);
  return {
    patch: {
      ...Object.fromEntries(lacking.map((one) => [one, joined[one]])),
      ...(longer.length > 0 ? { lines: { ...own, ...Object.fromEntries(longer) } } : {}),
      ...(workers > 0 ? { workers } : {}),
    },
    carried: {
      ...(lacking.length > 0 ? { facts: lacking } : {}),
      ...(longer.length > 0
        ? { lines: Object.fromEntries(longer.map(([line]) => [line, own[line] ?? null])) }
        : {}),
    },
    differs: Object.fromEntries(
      other.filter((one) => !isSame(known[one], joined[one])).map((one) => [one, joined[one]]),
    ),
  };
}

/** What the kept record gives back where the two are taken apart; what was said of it since stays. */
export function giveBack(
  kept: CarriedFacts,
  joined: CarriedFacts,
  carried: Carried | undefined,
): Partial<ChildStanding> {
  const lines = { ...kept.lines };
  for (const [name, before] of Object.entries(carried?.lines ?? {})) {
    const line = name as StatusLine;
    if (!isSame(lines[line], linesOf(joined)[line])) continue;
    if (before) lines[line] = before;
    else delete lines[line];
  }
  const [known, gave] = [factsOf(kept), factsOf(joined)];
  const back = (carried?.facts ?? []).filter((one) => isSame(known[one], gave[one]));
  const workers = Math.max(0, (kept.workers ?? 0) - (joined.workers ?? 0));
  return {
    ...Object.fromEntries(back.map((one) => [one, null])),
    ...(kept.lines ? { lines } : {}),
    ...(kept.workers ? { workers } : {}),
  };
}
