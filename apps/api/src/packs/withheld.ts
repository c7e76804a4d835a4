import { listWords } from '@mase/documents';
import { isChildOn, topicOf } from '@mase/workflow';
import type { NumberedItem } from './agenda-parts.js';
import type { Case, Item, Papers, StrandCase } from './papers.js';

const parts = ['safety', 'disruption'] as const;

/**
 * What a copy leaves out is said where the reader may know that the record exists: then he sees the record and not a
 * class of its content. Of a record that the database does not show him at all, nothing is said.
 */
export function sheetWithheld(papers: Papers, record: Case): string[] {
  const sentences: string[] = [];
  if (!papers.reads(record.id, 'case'))
    sentences.push(
      'The case file behind this sheet is left out: referral, assessment, strategy discussions. This reader has the sheet alone.',
    );
  if (!papers.childOf(record))
    sentences.push(
      'The child’s own record is left out: identity beyond what stands here, legal status, placement, missing episodes. It opens to the agencies that hold the case.',
    );
  for (const part of parts)
    if (!readsActions(papers, record.standing.team, part) && papers.reads(record.id, part))
      sentences.push(`What came of the actions of the ${part} part is left out, but for this reader’s own.`);
  if (!readsActions(papers, record.standing.team, 'disruption') && !papers.reads(record.id, 'disruption'))
    sentences.push(
      'Disruption actions, if there are any, are left out: they go to their owners and those whom police name.',
    );
  return sentences;
}

/** Whether this reader reads actions of a part whoever owns them; the workflow's own rule is asked. */
export function readsActions(papers: Papers, team: string | null, part: 'safety' | 'disruption'): boolean {
  const topic = topicOf('planAction');
  const standing = { ...topic.blank, part, team };
  const action = {
    kind: 'planAction',
    id: '',
    version: 1,
    state: 'accepted',
    standing,
    at: '',
    parentId: null,
    subjectId: null,
  };
  const readers = topic.readers(action as never, papers.about.now);
  return readers.some(
    ({ principal }) => principal !== 'user:' && papers.about.principals.includes(principal),
  );
}

/** Every copy says it, whoever had it made: so it tells nothing of what is in this one. */
const madeForAnother =
  'A copy that the coordinator or the chair has made for somebody holds what both may see; the one that its reader fetches may hold more.';

/** What minutes leave out of the actions that were given; the others stand in them as they were given. */
export function minutesWithheld(papers: Papers): string[] {
  return [
    ...(readsActions(papers, null, 'disruption')
      ? []
      : ['Disruption actions, if any were given, are left out: they go to their owners.']),
    madeForAnother,
  ];
}

/** What the whole copy leaves out: items where the part in the sitting opens none, sheets that this reader may not open. */
export function packWithheld(
  papers: Papers,
  items: readonly NumberedItem[],
  about: { sheets: boolean },
): string[] {
  const sentences: string[] = [];
  if (!papers.reads(papers.sitting.id, 'sheet'))
    sentences.push(
      'Items about children, persons and places, their sheets and minutes are left out: this reader’s part in the sitting does not open them.',
    );
  const closed = items.filter(
    ({ record }) => record && record.state !== 'takenOff' && !hasSheet(papers, record),
  );
  if (about.sheets && closed.length > 0) {
    const numbers = listWords(closed.map(({ item }) => String(item.number)));
    const one = closed.length === 1;
    sentences.push(
      `The ${one ? 'sheet' : 'sheets'} of ${one ? 'item' : 'items'} ${numbers} ${one ? 'is' : 'are'} left out: the case is not, or no longer, open to this reader, or is not printed.`,
    );
  }
  if (about.sheets && logIsPartial(papers))
    sentences.push('The action log holds the actions that this reader may open; others are left out.');
  return [...sentences, madeForAnother];
}

/** Whether the action log of this copy may lack actions: this reader does not read all of both parts. */
export function logIsPartial(papers: Papers): boolean {
  return parts.some((part) => !readsActions(papers, null, part));
}

/** The case of a person or a place whose sheet is printed for this reader: about a person who is a child by the chair's decision alone. */
export function printedStrand(papers: Papers, item: Item): StrandCase | null {
  const record = papers.strandOf(item);
  return record && isPrinted(papers, record) ? record : null;
}

function isPrinted(papers: Papers, { kind, standing }: StrandCase): boolean {
  return kind !== 'personCase' || !isChildOn(standing, papers.today) || standing.printing === true;
}

/** Whether an item has its sheet in this copy. */
function hasSheet(papers: Papers, item: Item): boolean {
  const printed = printedStrand(papers, item) ?? papers.clusterOf(item);
  return printed !== null || opensSheet(papers, papers.caseOf(item));
}

/** Whether this reader reads the sheet of a case. */
export function opensSheet(papers: Papers, record: Case | null): record is Case {
  return record !== null && papers.reads(record.id, 'sheet', 'case');
}
