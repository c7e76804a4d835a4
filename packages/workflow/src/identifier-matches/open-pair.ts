import { type ChildStanding, holdersOf } from '../children/standing.js';
import type { LinkStanding } from '../links/standing.js';
import type { RecordKind, StoredRecord } from '../model.js';
import type { StrandRecordStanding } from '../strand-records/standing.js';
import type { MatchedRecord } from './standing.js';

const isStrand = (kind: RecordKind) => kind === 'person' || kind === 'location';

/**
 * A person of concern or a place, and a child or a link of a child, that share an identifier, the existence of neither
 * being closed: the first is that of the police, who decide. Null for every other two.
 */
export function openPair(
  known: MatchedRecord,
  fresh: MatchedRecord,
): { strand: MatchedRecord; child: MatchedRecord } | null {
  const strand = [known, fresh].find(({ kind }) => isStrand(kind));
  const child = [known, fresh].find((one) => one !== strand);
  if (!strand || !child || known.closed || fresh.closed) return null;
  return isStrand(child.kind) || child.kind === 'intelligence' ? null : { strand, child };
}

/** Whether a person or place was taken on and is on the books still: before that nobody but police may know of it. */
const isTakenOn = ({ cases }: StrandRecordStanding): boolean =>
  cases.some(({ seen }) => seen.acceptedAt !== null && seen.closed === null);

/** Those who work with the child, by principal: told of the match at once, or once the police decide so. */
export function workersOf(child: StoredRecord | undefined): string[] {
  if (child?.kind === 'child') return holdersOf(child.standing as ChildStanding);
  if (child?.kind !== 'link') return [];
  return [...new Set(Object.values((child.standing as LinkStanding).held).flatMap((one) => one.holders))];
}

/** Who worked with the child until lately, by principal, and until when he or she reads what was told meanwhile. */
export function formerOf({ kind, standing }: StoredRecord): { [principal: string]: string } {
  if (kind === 'child') return (standing as ChildStanding).former ?? {};
  if (kind !== 'link') return {};
  return Object.assign({}, ...Object.values((standing as LinkStanding).held).map(({ former }) => former));
}

/** Whether those who work with a child may read by what the identifier is theirs: of a link, once police let them be told. */
function isTheirs({ kind, standing }: StoredRecord): boolean {
  const { grade, told, ended } = standing as LinkStanding;
  return kind === 'child' || (told && !ended && grade?.handling === 'P');
}

/**
 * Whether those who work with the child are told at once besides the police: of a person or place that was taken on, and
 * never by a link that they may not read. Otherwise the match is made known to them by decision alone.
 */
export function isToldAtOnce(strand: StoredRecord | undefined, child: StoredRecord | undefined): boolean {
  return Boolean(strand && child && isTakenOn(strand.standing as StrandRecordStanding) && isTheirs(child));
}
