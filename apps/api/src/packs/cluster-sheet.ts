import type { AgendaItem, ClusterSheet, SheetFact } from '@mase/documents';
import type { ConfirmClusterPayload, RecordClusterDiscussionPayload } from '@mase/workflow';
import { discussionOutcomeWords } from '@mase/workflow/words';
import { type Cluster, fieldsOf, type Papers } from './papers.js';
import { previousDecisions } from './previous-decisions.js';
import { endWords, sheetLinks } from './sheet-links.js';

/** The sheet of several children who share something, as far as this reader reads the cluster. */
export function clusterSheet(papers: Papers, item: AgendaItem, record: Cluster): ClusterSheet {
  const { standing, id } = record;
  const { hub, children, reference, listing } = standing;
  const whole = papers.reads(id, 'case');
  return {
    item,
    reference,
    listed: listing && `Confirmed as a cluster, listed since ${papers.day(listing.at)}`,
    facts: [...(whole ? sharedFacts(papers, record) : []), ...decidedFacts(papers, record, whole)],
    links: hub ? sheetLinks(papers, hub, children) : [],
    previousDecisions: previousDecisions(papers, record),
    withheld: whole
      ? []
      : ['What the children share and what was said of it are left out. This reader has the sheet alone.'],
  };
}

const told = (label: string, words: string | null): SheetFact => ({ label, words });

/** What they share and since when, for whoever reads the cluster itself. */
function sharedFacts(papers: Papers, { standing }: Cluster): SheetFact[] {
  const { hub, from, to } = standing;
  return [
    told('What they share', hub && endWords(papers, hub)),
    told('Links between', from && to ? `${papers.day(from)} and ${papers.day(to)}` : null),
  ];
}

/** How many they are, and what was decided and discussed; what was said of it for whoever reads the cluster itself. */
function decidedFacts(papers: Papers, { id, standing }: Cluster, whole: boolean): SheetFact[] {
  const { count, decided, discussion, metAt, unsupportedAt } = standing;
  const row = <T>(kind: string) => fieldsOf<T>(whole ? papers.written(id, kind)[0] : undefined);
  const { words: why = null } = row<ConfirmClusterPayload>('cluster-confirmed');
  const said = row<RecordClusterDiscussionPayload>('cluster-discussion');
  return [
    told('Children', String(count)),
    ...(unsupportedAt
      ? [told('No longer supported', `Since ${papers.day(unsupportedAt)} the links that stand are too few`)]
      : []),
    told('Confirmed', decided && papers.day(decided.at)),
    ...(why ? [told('Why it was confirmed', why)] : []),
    told(
      'Complex abuse discussion',
      discussion && `${discussionOutcomeWords[discussion.outcome]}, ${papers.day(discussion.at)}`,
    ),
    ...(said.agencies ? [told('Agencies at the discussion', said.agencies.join(', '))] : []),
    ...(said.words ? [told('What was agreed', said.words)] : []),
    told('Agencies met', metAt && papers.day(metAt)),
  ];
}
