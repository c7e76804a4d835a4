import type { PeerReviewModel, ReviewedChild } from '@mase/documents';
import { type Reading, reading, type Store, type Tx } from '@mase/store';
import type { Profile } from '@mase/workflow';
import type { Behind } from '../packs/issued-content.js';
import { madeOf, originOf } from '../packs/provenance.js';
import type { Asking } from '../view.js';
import { behindJourney, joined } from './behind-journey.js';
import { inOrder, type JourneyContent, journeyContent } from './journey-model.js';
import { packNames } from './pack-names.js';
import { dayCount, namesToHide, type Pseudonym, withoutNames } from './pseudonyms.js';
import { partnershipName, type ReadJourney, readJourney } from './read-journey.js';

/** What a pack for a peer review says, without its head. */
export type PeerReviewContent = Omit<PeerReviewModel, 'head'>;

/** A pack for a peer review, with the children whom it shows and what stands behind its parts. */
export interface PeerReview {
  content: PeerReviewContent;
  childIds: string[];
  behind: Behind;
}

/** Which cases, in their order; why; and who else reads each of them besides whoever asks. */
export interface PeerReviewAsked {
  exportId: string;
  cases: readonly { id: string }[];
  purpose: string;
  partnershipId: string;
  /** What another reader reads of these cases: the ids of entries, by case; null where there is no other reader. */
  other: ReadonlyMap<string, ReadonlySet<string>> | null;
}

const notes = [
  'Names of people, places, agencies and identifiers that the records know are replaced, and marked with brackets, with what they may be called for short: initials, the beginning of a first name, its usual short forms. Whoever comes up in several of these cases is called the same in each. Numbers, addresses, schools and dates are replaced by their form.',
  'Days are counted from the first entry of each child. References are left out.',
  'Free text can still tell who somebody is: a story is known by those who lived it. Read each page before it leaves the partnership, and treat it as personal data.',
];

const withheld = [
  'Contact cautions, entries that were marked wrong, and parts that are read on the screen alone are left out.',
  'Disruption actions and intelligence, if there are any, are left out: they go to their owners and those whom police name.',
];

/** What somebody reads of these cases, by case: nothing of one that he or she does not read whole. */
export async function readOf(
  store: Store,
  who: Reading,
  cases: readonly { id: string }[],
  profile: Profile,
): Promise<Map<string, Set<string>>> {
  return reading(store, who, async (tx) => {
    const found = await readCases(tx, cases, profile);
    return new Map(
      found.map(({ caseId, sources }) => [
        caseId,
        new Set([...sources.entries.map(({ id }) => id), ...(sources.aboutMe ? [caseId] : [])]),
      ]),
    );
  });
}

async function readCases(tx: Tx, cases: readonly { id: string }[], profile: Profile): Promise<ReadJourney[]> {
  const read: ReadJourney[] = [];
  for (const { id } of cases) {
    const one = await readJourney(tx, id, { profile });
    if (one?.sources.opened.classes.includes('case')) read.push(one);
  }
  return read;
}

/** The journeys of the chosen cases without names: what both read of them, and no case that one of the two does not read whole. */
export async function peerReview(
  tx: Tx,
  { exportId, cases, purpose, partnershipId, other }: PeerReviewAsked,
  { profile, now }: Pick<Asking, 'profile' | 'now'>,
): Promise<PeerReview> {
  const mine = await readCases(tx, cases, profile);
  const read = other ? mine.flatMap((one) => seenByBoth(one, other.get(one.caseId))) : mine;
  const names = namesToHide(await packNames(tx, read, await partnershipName(tx, partnershipId)));
  const children = read.map((one) => reviewedChild(one, names, { read, now }));
  const left = cases.length - read.length;
  const content: PeerReviewContent = {
    ...{ purpose: withoutNames(purpose, names), pseudonymised: notes, children },
    withheld: [
      ...(left > 0
        ? [
            `Of the cases that were chosen, ${left} ${left === 1 ? 'is' : 'are'} left out: both who decide on a pack have to read a case whole.`,
          ]
        : []),
      ...withheld,
    ],
  };
  const behinds = new Map<string, Behind>();
  for (const one of read) {
    const behind = await behindJourney(tx, one);
    behinds.set(one.caseId, behind);
    for (const id of [one.childId, ...one.sources.entries.map((line) => line.id)]) behinds.set(id, behind);
  }
  const whole = { records: [exportId], classes: [''], parents: [null], entries: [] };
  return {
    content,
    childIds: [...new Set(read.map(({ childId }) => childId))],
    behind: (ids) =>
      ids.includes(exportId) ? whole : joined(ids.map((id) => behinds.get(id)?.([id]) ?? whole)),
  };
}

function seenByBoth(read: ReadJourney, other: ReadonlySet<string> | undefined): ReadJourney[] {
  if (!other) return [];
  const { entries, aboutMe } = read.sources;
  const sources = {
    ...read.sources,
    entries: entries.filter(({ id }) => other.has(id)),
    aboutMe: other.has(read.caseId) ? aboutMe : null,
  };
  return [{ ...read, sources }];
}

function reviewedChild(
  one: ReadJourney,
  names: readonly Pseudonym[],
  { read, now }: { read: readonly ReadJourney[]; now: string },
): ReviewedChild {
  const childIds = [...new Set(read.map(({ childId }) => childId))];
  const ofChild = read.filter(({ childId }) => childId === one.childId);
  const again = ofChild.length > 1 ? `, case ${ofChild.indexOf(one) + 1}` : '';
  const ordered = inOrder(one.sources.entries);
  const day = dayCount(ordered[0]?.happened ?? now);
  const content = journeyContent(one.sources, day);
  const child = withoutNamesIn(content, names);
  const name = `Child ${childIds.indexOf(one.childId) + 1}${again}`;
  const last = content.entries.at(-1)?.happened;
  const extent = last
    ? `${content.entries.length} ${content.entries.length === 1 ? 'entry' : 'entries'}, to ${last.toLowerCase()}`
    : 'No entry';
  return madeOf({ name, extent, ...child }, `the journey of ${name}`, [one.caseId]);
}

/** What is told of a child, and what happened, with what the records know of names taken out of every word; where each came from stays known. */
function withoutNamesIn(
  content: JourneyContent,
  names: readonly Pseudonym[],
): Pick<ReviewedChild, 'facts' | 'aboutMe' | 'entries'> {
  const hide = (text: string) => withoutNames(text, names);
  const recorded = (words: string | null) => (words === null ? null : hide(words));
  const lines = (facts: JourneyContent['facts']) =>
    facts.map((fact) => from(fact, { label: fact.label, words: recorded(fact.words) }));
  return {
    facts: lines(content.facts.filter(({ label }) => label === 'Where it stands')),
    aboutMe: lines(content.aboutMe),
    entries: content.entries.map((entry) =>
      from(entry, {
        ...entry,
        what: hide(entry.what),
        by: recorded(entry.by),
        lines: lines(entry.lines),
      }),
    ),
  };
}

/** The same origin for what was made of a part. */
function from<T extends object>(part: object, made: T): T {
  const origin = originOf(part);
  return origin ? madeOf(made, origin.label, origin.records) : made;
}
