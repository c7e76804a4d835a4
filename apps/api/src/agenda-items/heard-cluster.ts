import { findRecord, type Tx } from '@mase/store';
import type { ClusterStanding } from '@mase/workflow';
import { clusterLine, clusterRules, recordsOfCluster, titlesForClusters } from '../clusters/cluster-line.js';
import type { Asking } from '../view.js';

/** The cluster that an item is about, as far as this reader sees it, and whose records it shows; null for whoever does not see it. */
export async function heardCluster(tx: Tx, id: string, { profile }: Asking) {
  const opened = await findRecord(tx, 'cluster', id);
  if (!opened) return null;
  const { record, classes } = opened;
  const line = clusterLine(record, classes, await titlesForClusters(tx, [record]));
  return {
    shown: { ...line, threshold: clusterRules(profile).threshold },
    persons: recordsOfCluster(record.standing as ClusterStanding),
  };
}
