import { birthdayAt } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { RetentionRule, RetentionTest } from './retention-rule.js';

/** What the rules of retention look at, of a child's case or of a child without one. */
export interface RetentionFacts {
  kind: 'childCase' | 'child';
  birthDate: string | null;
  /** When the case was closed; null for a child. */
  closedAt: string | null;
  lastEntryAt: string;
  /** A strategy discussion, section 47 or an agreed plan. */
  protection: boolean;
  /** Harm was suspected or confirmed. */
  harm: boolean;
  lookedAfter: boolean;
}

/** One rule that applies, with its reckoning. Days as YYYY-MM-DD. */
export interface KeptBy {
  rule: string;
  label: string;
  start: string;
  years: number;
  until: string;
  source: string;
  /** Whether this is the rule that decides: the longest. */
  decides: boolean;
}

/** Until which day a record is kept, and by which rules: the longest decides. */
export interface Kept {
  until: string;
  rule: string;
  by: KeptBy[];
}

/**
 * Until when a record is kept, reckoned and explained rule by rule: the longest that applies decides ("a shared record
 * keeps the longest rule"). Null while nothing has begun to count: an open case is never due.
 */
export function keptUntil(facts: RetentionFacts, { retention, timeZone }: Profile): Kept | null {
  const by = retention.rules
    .filter((rule) => rule.of === facts.kind && holds[rule.when](facts))
    .flatMap((rule) => reckoned(rule, facts, timeZone));
  const last = by.reduce<Omit<KeptBy, 'decides'> | null>(
    (longest, one) => (longest === null || one.until > longest.until ? one : longest),
    null,
  );
  if (!last || (facts.kind === 'childCase' && facts.closedAt === null)) return null;
  return { until: last.until, rule: last.rule, by: by.map((one) => ({ ...one, decides: one === last })) };
}

/** What goes together is kept by the longest of all its rules; null while nothing counts for the first. */
export function keptTogether(first: Kept | null, other: Kept | null): Kept | null {
  if (!first || !other) return first;
  const longest = other.until > first.until ? other : first;
  const by = [first, other].flatMap((kept) =>
    kept.by.map((one) => ({ ...one, decides: one.decides && kept === longest })),
  );
  return { ...longest, by };
}

/** Whether the last day on which a record is kept has passed at an instant, in the area's own time. */
export function isPastKeeping(kept: Kept | null, at: string, { timeZone }: Profile): boolean {
  return kept !== null && kept.until < localDate(at, timeZone);
}

const holds: Record<RetentionTest, (facts: RetentionFacts) => boolean> = {
  always: () => true,
  protection: ({ protection }) => protection,
  harm: ({ harm }) => harm,
  'looked-after': ({ lookedAfter }) => lookedAfter,
  'birth-unknown': ({ birthDate }) => birthDate === null,
};

function reckoned(rule: RetentionRule, facts: RetentionFacts, timeZone: string): Omit<KeptBy, 'decides'>[] {
  const starts = {
    birth: facts.birthDate,
    closure: facts.closedAt && localDate(facts.closedAt, timeZone),
    'last-entry': localDate(facts.lastEntryAt, timeZone),
  };
  const start = starts[rule.from];
  if (!start) return [];
  const { id, label, years, source } = rule;
  return [{ rule: id, label, start, years, until: birthdayAt(start, years), source }];
}
