import type { ClusterSupport, ProposeClusterPayload } from '../clusters/standing.js';
import type { Context, RecordRef, StoredRecord } from '../model.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import type { Step } from '../topic.js';
import type { LinkStanding } from './standing.js';

/** What the books say of the ends of a link that is new, changed or gone: counted by the system, whoever recorded it. */
export interface WeighLinkPayload {
  /** Of each child at an end, who holds his or her cases. */
  held: LinkStanding['held'];
  /**
   * Open cases of persons and places at its ends; how many distinct children are linked with each, and the latest days on
   * which they were known to be.
   */
  counts: { kind: 'personCase' | 'locationCase'; id: string; linkedChildren: number; concerns: string[] }[];
  /**
   * What several children share by it: a new cluster, or one on the books that a child joins; or of which, without one,
   * something else has changed: whether it is still supported.
   */
  clusters: (ProposeClusterPayload & { id: string; known: boolean; changed?: ClusterSupport })[];
}

/** How a cluster is told what was found. */
export function clusterNews({ known, changed }: { known: boolean; changed?: ClusterSupport | undefined }): {
  event: string;
  choice?: ClusterSupport;
} {
  if (changed) return { event: 'receive-change', choice: changed };
  return { event: known ? 'receive-children' : 'propose-cluster' };
}

/** The records that a weighing tells. */
export function toldByWeighing({ counts, clusters }: WeighLinkPayload): RecordRef[] {
  return [
    ...counts.map(({ kind, id }): RecordRef => ({ kind, id })),
    ...clusters.flatMap(({ id, known, children, hub }): RecordRef[] => [
      ...(known ? [{ kind: 'cluster', id } as const] : []),
      ...children.map((child): RecordRef => ({ kind: 'child', id: child })),
      ...('id' in hub ? [{ kind: hub.kind, id: hub.id }] : []),
    ]),
  ];
}

/** Whether somebody or a place at its ends is of concern now: of the open cases that are counted, one is accepted. */
export function isOfConcern({ counts }: WeighLinkPayload, locked: readonly StoredRecord[]): boolean {
  const counted = (id: string) => counts.some((one) => one.id === id);
  return locked.some(
    ({ id, standing }) => counted(id) && (standing as StrandCaseStanding).acceptedAt !== null,
  );
}

/**
 * Tells cases how many children are linked, and clusters who belongs to them. A case that knows as much is told nothing: a
 * link is weighed again when others hold its child, which may be by a case that few may know of.
 */
export function weighingSteps({
  payload,
  locked,
}: Pick<Context<LinkStanding, WeighLinkPayload>, 'payload' | 'locked'>): Step[] {
  const isKnown = ({ id, linkedChildren, concerns }: WeighLinkPayload['counts'][number]) => {
    const found = locked.find((one) => one.id === id)?.standing as StrandCaseStanding | undefined;
    const counted = found?.counts;
    return counted?.linkedChildren === linkedChildren && counted.concerns.join() === concerns.join();
  };
  return [
    ...payload.counts
      .filter((one) => !isKnown(one))
      .map(
        ({ kind, id, ...told }): Step => ({ record: { kind, id }, event: 'receive-counts', payload: told }),
      ),
    ...payload.clusters.map(
      ({ id, known, changed, ...proposal }): Step => ({
        record: { kind: 'cluster', id },
        ...clusterNews({ known, changed }),
        payload: { ...proposal, ...(changed ? { support: changed } : {}) },
      }),
    ),
  ];
}
