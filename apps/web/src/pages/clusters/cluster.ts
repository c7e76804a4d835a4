import { discussionOutcomeWords, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { birthWords, dateWords, dueWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import { type End, endKindWords, endName, type WrittenRow } from '../links/link.js';

/** A cluster as the api lists it; what the reader may not know is null, and children are those the reader may know. */
export interface ClusterLine {
  id: string;
  version: number;
  state: { work: string; panel: string };
  count: number;
  proposedAt: string;
  closedAt: string | null;
  decided: { decision: 'confirmed' | 'declined'; at: string } | null;
  discussion: { outcome: keyof typeof discussionOutcomeWords; at: string } | null;
  metAt: string | null;
  /** Since when the links that still stand are too few for a cluster. */
  unsupportedAt: string | null;
  hub: End | null;
  from: string | null;
  to: string | null;
  children: { id: string; name: string | null }[];
  due: string | null;
  /** The sitting on whose agenda it waits. */
  onAgenda: string | null;
}

/** One cluster with what was written of it. */
export interface ClusterView extends ClusterLine {
  written: WrittenRow[];
  allowed: Allowed[];
}

/** Where the clusters are listed. */
export const clusters = '/clusters';

/** A cluster as it is called: how many children, and nobody’s name. */
export const clusterTitle = ({ count }: Pick<ClusterLine, 'count'>): string =>
  `${count} children who share something`;

const tags: Record<string, string> = { proposed: 'govuk-tag--yellow', discussing: 'govuk-tag--blue' };

/** A tag for where a cluster stands. */
export const clusterTag = ({ state: { work } }: Pick<ClusterLine, 'state'>) => ({
  text: stateLabels[work] ?? work,
  classes: tags[work] ?? 'govuk-tag--grey',
});

/** What the children share, as far as the reader may know. */
export const hubWords = ({ hub }: Pick<ClusterLine, 'hub'>): string =>
  hub ? `${endKindWords(hub.kind)}: ${endName(hub)}` : 'Kept from your role';

/** What a person should see of a cluster before doing something with it. */
export function clusterFacts(one: ClusterLine): { key: string; text: string }[] {
  const { from, to, proposedAt, decided, discussion, metAt, closedAt, due, unsupportedAt } = one;
  return [
    { key: 'What they share', text: hubWords(one) },
    { key: 'Children', text: String(one.count) },
    ...(unsupportedAt
      ? [
          {
            key: 'No longer supported',
            text: `Links ended or were withdrawn: since ${dateWords(unsupportedAt)} those that stand are too few for a cluster`,
          },
        ]
      : []),
    ...(from && to ? [{ key: 'Links between', text: `${birthWords(from)} and ${birthWords(to)}` }] : []),
    { key: 'Proposed', text: dateWords(proposedAt) },
    ...(decided
      ? [
          {
            key: decided.decision === 'declined' ? 'Declined' : 'Confirmed',
            text: dateWords(decided.at),
          },
        ]
      : []),
    ...(discussion
      ? [
          {
            key: 'Discussion',
            text: `${discussionOutcomeWords[discussion.outcome]}, ${dateWords(discussion.at)}`,
          },
        ]
      : []),
    ...(metAt ? [{ key: 'Agencies met', text: dateWords(metAt) }] : []),
    ...(closedAt ? [{ key: 'Closed', text: dateWords(closedAt) }] : []),
    ...(due ? [{ key: 'Next due', text: dueWords(due) }] : []),
  ];
}

/** Reads the cluster of a page. */
export async function readCluster(visit: Visit): Promise<{ cluster: ClusterView; etag: string | null }> {
  const { body, etag } = await visit.read<ClusterView>(path`/api/v1/clusters/${visit.params.id ?? ''}`);
  return { cluster: body, etag };
}

/** The cluster as the subject of one of its commands. */
export async function clusterSubject(visit: Visit): Promise<Subject> {
  const { cluster, etag } = await readCluster(visit);
  return {
    href: `${clusters}/${cluster.id}`,
    caption: clusterTitle(cluster),
    version: etag,
    allowed: cluster.allowed,
    facts: clusterFacts(cluster),
  };
}

/** The agencies that were typed, one on each line; nothing where none was. */
export function agenciesTyped(visit: Visit): string[] | undefined {
  const lines = (visit.typed('agencies') ?? '').split(/\r?\n/).map((name) => name.trim());
  const named = lines.filter(Boolean);
  return named.length > 0 ? named : undefined;
}
