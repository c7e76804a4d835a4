import type { DrawLinkPayload, LinkedKind, Profile, RecordKind } from '@mase/workflow';
import type { Store } from '../store.js';
import { changeBySystem } from './change-by-system.js';

/** What waits for links to be drawn from it: a child’s or another’s part in an incident, or a child’s protection. */
export interface Undrawn {
  partnership_id: string;
  record_id: string;
  kind: string;
}

const sources: readonly string[] = ['incidentVictim', 'incidentPart', 'protection'] satisfies RecordKind[];

/** Whether links are drawn from a record of this kind. */
export const isDrawnFrom = ({ kind }: Pick<Undrawn, 'kind'>): boolean => sources.includes(kind);

interface Pair {
  link_id: string;
  child_id: string;
  about_kind: LinkedKind;
  about_id: string;
  one_kind: RecordKind;
  one_id: string;
  other_kind: RecordKind;
  other_id: string;
  /** Whether both records, and the person or place, stand as they did when an upgrade had them wait: nobody is alerted. */
  known_before: boolean;
}

/**
 * Draws a link between each child and each person or place that a record, with the others of its incident or with its
 * measure, shows to have to do with each other, as far as that is not drawn: by an ordinary command of the system each,
 * since whoever links one of the two need not know of the other.
 */
export async function drawLinks(
  worker: Store,
  app: Store,
  { partnership_id, record_id }: Undrawn,
  profile: Profile,
): Promise<void> {
  const found = await worker.pool.query<Pair>({
    name: 'undrawn pairs',
    text: 'select * from undrawn_pairs($1)',
    values: [record_id],
  });
  for (const pair of found.rows) {
    const payload: DrawLinkPayload = {
      child: { kind: 'child', id: pair.child_id },
      about: { kind: pair.about_kind, id: pair.about_id },
      by: [
        { kind: pair.one_kind, id: pair.one_id },
        { kind: pair.other_kind, id: pair.other_id },
      ],
      ...(pair.known_before ? { knownBefore: true } : {}),
    };
    const command = { name: 'links/draw-link', recordId: pair.link_id, payload, profile };
    // Refused where one of the two was taken back, or moved to another record, since the pair was found.
    const { outcome } = await changeBySystem(app, partnership_id, { ...command, by: 'Drawing of links' });
    if (outcome !== 'accepted' && outcome !== 'refused') throw new Error(`A link was not drawn: ${outcome}`);
  }
}
