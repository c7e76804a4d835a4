import { discussionOutcomeWords, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { birthWords, dateWords, dueWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';
import {
  type End,
  endKindWords,
  endName,
  type LinkLine,
  linkGrade,
  sinceWords,
  type WrittenRow,
} from '../links/link.js';

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

/** A cluster with the rule by which one is proposed in this area. */
export interface WeighedCluster extends ClusterLine {
  threshold: { children: number; days: number };
}

/** One cluster with what was written of it, and what confirming it starts. */
export interface ClusterView extends WeighedCluster {
  clocks: DueDate[];
  opens: { label: string; amount: number; unit: string }[];
  /** The links by which the children share it, as far as the reader reads them. */
  links: LinkLine[];
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

/** Between which days the links lie, and how many days that are, both counted. */
function linkDays(from: string, to: string): { key: string; text: string } {
  if (from === to) return { key: 'Links', text: `All on ${birthWords(from)}` };
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { key: 'Links between', text: `${birthWords(from)} and ${birthWords(to)} (${days} days)` };
}

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
    ...(from && to ? [linkDays(from, to)] : []),
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

/** The children whom the reader may know by name, and how many more there are. */
function childrenWords({ children, count }: ClusterLine): string {
  const named = children.flatMap(({ name }) => name ?? []);
  const others = count - named.length;
  const more = others > 0 ? `${others}${named.length > 0 ? ' more' : ''} whose names you do not see` : '';
  return [named.join(', '), more].filter(Boolean).join(', and ');
}

/** What somebody who decides on a cluster should know: who, what they share, within how many days, and from how many it is proposed. */
export function decisionFacts(one: WeighedCluster): { key: string; text: string }[] {
  const { threshold } = one;
  const facts = clusterFacts(one);
  const at = facts.findIndex(({ key }) => key === 'Children') + 1;
  return [
    ...facts.slice(0, at),
    { key: 'Who they are', text: childrenWords(one) },
    ...facts.slice(at),
    {
      key: 'Proposed from',
      text: `${threshold.children} children who share something within ${threshold.days} days`,
    },
  ];
}

const units: Record<string, string> = {
  calendarDays: 'days',
  workingDays: 'working days',
};

/** How many links a decision shows of a cluster; its own page lists the others. */
const mostLinks = 10;

/** What a decision rests on: each link with its days and its grade, as far as the reader reads it. */
function linkRows({ links }: ClusterView): { key: string; text: string }[] {
  if (links.length === 0)
    return [{ key: 'The links', text: 'Kept from your role: ask the intelligence desk how they are graded' }];
  const more = links.length - mostLinks;
  return [
    ...links.slice(0, mostLinks).map((one) => ({
      key: endName(one.from),
      text: `${one.words.replace(/^./, (first) => first.toUpperCase())}. ${sinceWords(one)}. ${linkGrade(one)}`,
    })),
    ...(more > 0 ? [{ key: 'More links', text: `${more}, on the page of the cluster` }] : []),
  ];
}

/** What confirming a cluster starts. */
function opensWords({ opens }: ClusterView): string {
  const within = opens.map(({ label, amount, unit }) => `${label} within ${amount} ${units[unit] ?? unit}`);
  return [...within, 'a place on the list for the panel'].join('; ');
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
    facts: [
      ...decisionFacts(cluster),
      ...linkRows(cluster),
      ...(cluster.state.work === 'proposed'
        ? [{ key: 'Confirming it opens', text: opensWords(cluster) }]
        : []),
    ],
  };
}

/** The agencies that were typed, one on each line; nothing where none was. */
export function agenciesTyped(visit: Visit): string[] | undefined {
  const lines = (visit.typed('agencies') ?? '').split(/\r?\n/).map((name) => name.trim());
  const named = lines.filter(Boolean);
  return named.length > 0 ? named : undefined;
}
