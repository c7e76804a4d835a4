import type { IdentifierKind } from '../identifiers/identifier.js';
import type { LinkedKind } from './ends.js';

type EndKind = LinkedKind | IdentifierKind;

/** What a kind of link says, and which ends it may join. */
export interface LinkKindRule {
  words: string;
  joins: readonly (readonly [EndKind, EndKind])[];
  /** True where nobody records such a link: it is drawn from other records, and ends with them. */
  drawn?: true;
}

const people = [
  ['child', 'child'],
  ['child', 'person'],
  ['person', 'person'],
] as const;
const whereabouts = [
  ['child', 'location'],
  ['person', 'location'],
] as const;
const uses = (...kinds: IdentifierKind[]): (readonly [EndKind, EndKind])[] =>
  (['child', 'person', 'location'] as const).flatMap((one) => kinds.map((kind) => [one, kind] as const));

/**
 * The kinds of link. Each says what was seen or reported, and none of them who is to blame: suspicion of harm is said as
 * suspicion.
 */
export const linkKinds = {
  'spends-time-with': { words: 'spends time with', joins: people },
  family: { words: 'is family of', joins: people },
  'in-touch-online': { words: 'in touch online with', joins: people },
  'harm-suspected': {
    words: 'harm to the child suspected',
    joins: [
      ['child', 'person'],
      ['child', 'child'],
    ],
  },
  'introduced-by': { words: 'introduced by', joins: people },
  'travels-with': { words: 'travels with', joins: people },
  'seen-at': { words: 'seen at', joins: [...whereabouts, ['location', 'vehicle']] },
  'lives-at': { words: 'lives at', joins: [...whereabouts, ...uses('address')] },
  'stays-at': { words: 'stays at', joins: [...whereabouts, ...uses('address')] },
  'works-at': { words: 'works at', joins: [['person', 'location']] },
  'responsible-for': { words: 'responsible for', joins: [['person', 'location']] },
  uses: { words: 'uses', joins: uses('phone', 'handle', 'email', 'device') },
  'contacted-from': { words: 'contacted from', joins: uses('phone', 'handle', 'email') },
  'travels-in': { words: 'travels in', joins: uses('vehicle') },
  keeps: { words: 'keeps', joins: uses('vehicle') },
  'incident-with': { words: 'in a police incident with', joins: [['child', 'person']], drawn: true },
  'incident-at': { words: 'in a police incident at', joins: [['child', 'location']], drawn: true },
  'protected-from': { words: 'protected by a measure on', joins: [['child', 'person']], drawn: true },
  'protected-at': { words: 'protected by a measure at', joins: [['child', 'location']], drawn: true },
} as const satisfies Record<string, LinkKindRule>;

/** The code of a kind of link. */
export type LinkKind = keyof typeof linkKinds;

/** Every code of a kind of link. */
export const linkKindCodes = Object.keys(linkKinds) as LinkKind[];

/** The codes of those that somebody may record. */
export const recordedLinkKinds = linkKindCodes.filter((code) => !(linkKinds[code] as LinkKindRule).drawn);

/** Whether a kind of link joins ends of these kinds, in the order in which a link is written down. */
export function joinsEnds(kind: LinkKind, from: EndKind, to: EndKind): boolean {
  const { joins } = linkKinds[kind] as LinkKindRule;
  return joins.some(([one, other]) => one === from && other === to);
}
