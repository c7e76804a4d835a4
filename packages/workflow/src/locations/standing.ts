import type { WrittenIdentifier } from '../identifiers/identifier.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import type { StrandRecordStanding } from '../strand-records/standing.js';

/** What kind of place it is. */
export const locationKinds = [
  'hotel-or-guest-house',
  'licensed-premises',
  'takeaway',
  'taxi-or-private-hire',
  'shop',
  'park-or-open-space',
  'transport-hub',
  'school-or-college',
  'placement-or-home',
  'private-address',
  'online-space',
  'event',
] as const;
/** One of these. */
export type LocationKind = (typeof locationKinds)[number];

/** What can be done about a place, by whoever has the power. */
export const locationLevers = [
  'licence-review',
  'premises-closure',
  'hotel-information-notice',
  'protection-notice',
  'public-spaces-order',
  'dispersal',
  'housing-enforcement',
  'planning-or-environmental-health',
  'fire-safety',
  'trading-standards',
  'online-takedown',
  'staff-training',
] as const;
/** One of these. */
export type LocationLever = (typeof locationLevers)[number];

/** What is told of a place; what is left out is not known yet. */
export interface LocationDescription {
  name?: string;
  kind?: LocationKind;
  aliases?: string[];
  address?: string;
  postcode?: string;
  /** Degrees north and east (WGS 84). */
  latitude?: number;
  longitude?: number;
  /** The name of an online space, as it is written there. */
  handle?: string;
  /** Who is responsible for the place, and how they are reached. */
  manager?: string;
  /** Which licence, its number, and who gives it. */
  licence?: string;
  regulator?: string;
  levers?: LocationLever[];
  description?: string;
  identifiers?: WrittenIdentifier[];
}

/** Details that are added or changed, and why. */
export interface RecordLocationDetailsPayload extends LocationDescription {
  reason: string;
}

/** Training or a briefing given at a place. */
export const preventions = ['training', 'briefing', 'visit', 'test-purchase'] as const;
export interface RecordPreventionPayload {
  kind: (typeof preventions)[number];
  on: string;
  audience: string;
  attended?: number;
  words: string;
}

/** What and where a place is, apart from any case. */
export interface LocationStanding extends StrandRecordStanding {
  kind: LocationKind | null;
  address: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  handle: string | null;
  manager: string | null;
  licence: string | null;
  regulator: string | null;
  levers: LocationLever[];
  /** How often people there were trained, briefed or visited, and when last. */
  prevention: { [kind in RecordPreventionPayload['kind']]?: { times: number; lastOn: string } };
}

/** A place before anything is told. */
export const blankLocation: LocationStanding = {
  clocks: [],
  name: '',
  aliases: [],
  identifiers: [],
  cases: [],
  kind: null,
  address: null,
  postcode: null,
  latitude: null,
  longitude: null,
  handle: null,
  manager: null,
  licence: null,
  regulator: null,
  levers: [],
  prevention: {},
};

/** What stands in the place of a name where a place has none. */
export const unnamedPlace = 'Place not yet named';

/** The name under which a place is listed: its own, else where it is. */
export function placeName({
  name,
  address,
  handle,
}: Pick<LocationDescription, 'name' | 'address' | 'handle'>): string {
  return name || handle || address || unnamedPlace;
}

/** What a case keeps of the place it is about. */
export function aboutOfLocation(
  location: LocationStanding | LocationDescription,
): Omit<AboutNews, 'aboutId' | 'from'> {
  const { name, licence, address, handle } = location;
  const told = { ...(name ? { name } : {}), ...(address ? { address } : {}), ...(handle ? { handle } : {}) };
  return { name: placeName(told), adultOn: null, licensed: Boolean(licence) };
}
