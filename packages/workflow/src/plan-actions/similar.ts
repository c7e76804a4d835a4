import type { StoredRecord } from '../model.js';
import type { PlanActionStanding } from './standing.js';

/** Why two actions look alike. */
export const similarReasons = ['same-child', 'same-aim', 'same-kind', 'same-words'] as const;
/** One of these. */
export type SimilarReason = (typeof similarReasons)[number];

/** Two open actions that look the same, and why. */
export interface SimilarPair {
  one: string;
  other: string;
  why: SimilarReason[];
  /** Words that both use, in alphabetical order. */
  words: string[];
}

/** Actions share so much of their words that somebody should look: half of all that both use. */
const enough = 0.5;

/** Words that say nothing of what is done. */
const empty = new Set(
  'the and for with her his him she they them their that this from into will have has who every each once twice week day child'.split(
    ' ',
  ),
);

const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of an action that say what is done, each once. */
export function tellingWords(text: string): Set<string> {
  return new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length > 2 && !empty.has(word)),
  );
}

type Action = StoredRecord<PlanActionStanding>;
type Read = { action: Action; words: Set<string>; aim: string };

function compared(one: Read, other: Read): SimilarPair[] {
  const words = [...one.words].filter((word) => other.words.has(word)).sort();
  const all = one.words.size + other.words.size - words.length;
  const sameWords = all > 0 && words.length / all >= enough;
  const sameChild = one.action.standing.childId === other.action.standing.childId;
  const sameAim = one.aim !== '' && one.aim === other.aim;
  const sameKind = one.action.standing.kind === other.action.standing.kind;
  const alike = (sameChild && sameWords) || (sameAim && (sameWords || sameKind));
  if (!alike) return [];
  const holds = {
    'same-child': sameChild,
    'same-aim': sameAim,
    'same-kind': sameKind,
    'same-words': sameWords,
  };
  return [
    {
      one: one.action.id,
      other: other.action.id,
      why: similarReasons.filter((reason) => holds[reason]),
      words: sameWords ? words : [],
    },
  ];
}

/** Reads of actions under each child and each person or place that they are aimed at. */
function groups(reads: readonly Read[]): Read[][] {
  const found = new Map<string, Read[]>();
  for (const read of reads) {
    const keys = [`child ${read.action.standing.childId}`, ...(read.aim ? [`aim ${read.aim}`] : [])];
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), read]);
  }
  return [...found.values()];
}

/**
 * Open actions that look the same for one child, or for one person or place, in whatever plans they stand: the same half
 * of their telling words, or the same kind aimed at the same. The same actions give the same pairs, ordered by their ids.
 */
export function similarActions(actions: readonly Action[]): SimilarPair[] {
  const open = actions
    .filter(({ state }) => state !== 'ended')
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const reads = open.map((action) => ({
    action,
    words: tellingWords(action.standing.what),
    aim: plain(action.standing.aim),
  }));
  const pairs = new Map<string, SimilarPair>();
  for (const group of groups(reads))
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1))
        for (const pair of compared(one, other)) pairs.set(`${pair.one} ${pair.other}`, pair);
  return [...pairs.values()].sort((one, other) =>
    `${one.one}${one.other}` < `${other.one}${other.other}` ? -1 : 1,
  );
}
