import type { Visit } from '../../visit.js';
import { type ClusterView, clusters } from '../clusters/cluster.js';
import type { End } from '../links/link.js';
import { recordNamed } from '../links/network-of.js';
import { type Choice, choiceOf, lookedFor } from '../links/other-end.js';
import { readNamed } from '../links/record-named.js';

/** Records that a report may name, as the boxes of a form, and those that are ticked when it opens. */
export interface RecordsToName {
  items: Choice[];
  ticked: string[];
  /** What was looked for, where anything was. */
  looked: string;
  /** An identifier that the children of a cluster share, from whose page the form was opened. */
  shared: End | null;
  /** Whether the form was to be sent, though nobody had looked for the name in it yet. */
  unsent: boolean;
}

/** What a report can name of a cluster: its children, and the record or the identifier that they share. */
interface OfCluster {
  offered: Choice[];
  /** What they share is ticked; no child is, as a report seldom tells of all. */
  ticked: string[];
  shared: End | null;
}

/** Reads the cluster that the address names (`?named=cluster:<id>`), as far as the reader sees it. */
async function ofCluster(visit: Visit): Promise<OfCluster> {
  const [, id] = /^cluster:([0-9a-f-]{36})$/.exec(visit.query.named ?? '') ?? [];
  if (!id) return { offered: [], ticked: [], shared: null };
  const { body } = await visit.read<ClusterView>(`/api/v1${clusters}/${id}`);
  const { hub, children } = body;
  const known = children.flatMap(({ id: childId, name }) =>
    name ? [choiceOf({ kind: 'child', id: childId, name, href: '' })] : [],
  );
  if (!hub?.name) return { offered: known, ticked: [], shared: null };
  const record = recordNamed(`${hub.kind}:${hub.id}`);
  if (!record) return { offered: known, ticked: [], shared: hub };
  const choice = choiceOf({ ...record, name: hub.name, href: '' });
  return { offered: [choice, ...known], ticked: [choice.value], shared: null };
}

/**
 * The records that a form offers to name: those ticked, those from whose page it was opened (`?named=person:<id>` or
 * `?named=cluster:<id>`), and those that were found by what was typed.
 */
export async function recordsToName(visit: Visit): Promise<RecordsToName> {
  const start = recordNamed(visit.query.named) ? [visit.query.named as string] : [];
  const cluster = await ofCluster(visit);
  const offered = [...cluster.offered, ...(await lookedFor(visit))];
  const has = (list: Choice[], node: string) => list.some(({ value }) => value === node);
  const chosen: Choice[] = [];
  for (const node of [...start, ...(visit.typedList('named') ?? [])]) {
    const record = recordNamed(node);
    if (record && !has([...offered, ...chosen], node)) chosen.push(choiceOf(await readNamed(visit, record)));
  }
  const items = [...chosen, ...offered].filter(
    ({ value }, index, all) => all.findIndex((one) => one.value === value) === index,
  );
  return {
    items,
    ticked: [...start, ...cluster.ticked],
    shared: cluster.shared,
    looked: visit.typed('find') ?? '',
    unsent: isLooking(visit) && !visit.typed('look'),
  };
}

/** Whether a form is sent to look for records, or with a name in it for which nobody has looked: then it is shown again. */
export function isLooking(visit: Visit): boolean {
  const find = visit.typed('find');
  return visit.typed('look') !== undefined || (find !== undefined && find !== visit.typed('looked'));
}

/** The records that were ticked, as the body of a command. */
export function namedTyped(visit: Visit): { kind: string; id: string }[] {
  return (visit.typedList('named') ?? []).flatMap((node) => recordNamed(node) ?? []);
}
