import { findClasses, findLinksBetween, findRecordsById, findTitles, type Tx } from '@mase/store';
import {
  type ClusterStanding,
  type ContentClass,
  isRecord,
  nodeOf,
  type Profile,
  type StoredRecord,
} from '@mase/workflow';
import { endView, linkLine, titlesOfEnds } from '../links/link-view.js';

/** The children of a cluster and the record that they share: whom and what showing it shows. */
export const recordsOfCluster = ({ hub, children }: ClusterStanding): string[] => [
  ...children,
  ...(hub && isRecord(hub) ? [hub.id] : []),
];

/** The names by which this reader may know the children of clusters and what they share. */
export const titlesForClusters = (tx: Tx, records: readonly StoredRecord[]) =>
  findTitles(
    tx,
    records.flatMap(({ standing }) => recordsOfCluster(standing as ClusterStanding)),
  );

/** A cluster as it is shown; the children and what they share by the names that this reader may know. */
export function clusterLine(
  record: StoredRecord,
  classes: readonly ContentClass[],
  titles: ReadonlyMap<string, string>,
) {
  const {
    hub,
    children,
    count,
    from,
    to,
    proposedAt,
    decided,
    discussion,
    metAt,
    closedAt,
    clocks,
    onAgenda,
    unsupportedAt = null,
  } = record.standing as ClusterStanding;
  const whole = classes.includes('case');
  const due = (rule: string) => clocks.find((clock) => clock.rule === rule)?.due ?? null;
  return {
    ...{ id: record.id, version: record.version, state: record.state },
    ...{ count, proposedAt, closedAt, decided, discussion, metAt, unsupportedAt },
    hub: hub && whole ? endView(hub, titles) : null,
    from: whole ? from : null,
    to: whole ? to : null,
    children: (whole ? children : children.filter((id) => titles.has(id))).map((id) => ({
      id,
      name: titles.get(id) ?? null,
    })),
    onAgenda: onAgenda ?? null,
    due: due('cluster-decision') ?? due('cluster-discussion') ?? due('cluster-meeting'),
  };
}

/** The links by which the children share it, as far as this reader reads them: what a decision on the cluster rests on. */
export async function linksOfCluster(tx: Tx, { standing }: StoredRecord) {
  const { hub, children } = standing as ClusterStanding;
  const ids = hub ? await findLinksBetween(tx, nodeOf(hub), children) : [];
  const links = await findRecordsById(tx, ids);
  const classes = await findClasses(tx, ids);
  const titles = await titlesOfEnds(tx, links);
  return links.map((one) => linkLine(one, (classes.get(one.id) ?? []) as ContentClass[], titles));
}

/** From how many children within how many days a cluster is proposed in this area, and what confirming one starts, by when. */
export function clusterRules({ clusters, clocks }: Profile) {
  const opens = (['cluster-discussion', 'cluster-meeting'] as const).map((rule) => {
    const { label, amount, unit } = clocks[rule];
    return { label, amount, unit };
  });
  return { threshold: { children: clusters.children, days: clusters.days }, opens };
}
