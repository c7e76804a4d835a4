import { dateOf, epochDay } from '../clocks/calendar.js';

/** A child who is linked with what several may share, and the local dates between which that held. */
export interface Sighting {
  childId: string;
  firstOn: string;
  lastOn: string;
}

/** How many children within how many days make a cluster to be looked at. */
export interface ClusterRule {
  children: number;
  days: number;
}

/** Children who share something within the profile's days: whose, and between which days they were seen to. */
export interface SharedBy {
  children: string[];
  from: string;
  to: string;
}

function within(sightings: readonly Sighting[], from: string, days: number): SharedBy {
  const until = dateOf(epochDay(from) + days);
  const seen = sightings.filter(({ firstOn, lastOn }) => firstOn <= until && lastOn >= from);
  const last = seen.reduce((latest, { firstOn, lastOn }) => {
    const on = lastOn < until ? lastOn : firstOn > from ? firstOn : from;
    return on > latest ? on : latest;
  }, from);
  return { children: [...new Set(seen.map(({ childId }) => childId))].sort(), from, to: last };
}

/**
 * The most children who share something within the days of the rule, the latest where several windows have as many; null
 * where they are fewer than the rule asks for. A window begins on a last day that a link was known to hold.
 */
export function sharedWithin(sightings: readonly Sighting[], rule: ClusterRule): SharedBy | null {
  const starts = [...new Set(sightings.map(({ lastOn }) => lastOn))].sort();
  const best = starts
    .map((from) => within(sightings, from, rule.days))
    .reduce<SharedBy | null>(
      (most, one) => (most === null || one.children.length >= most.children.length ? one : most),
      null,
    );
  return best && best.children.length >= rule.children ? best : null;
}
