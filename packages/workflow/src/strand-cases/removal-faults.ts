import type { RecordPanelDecisionPayload } from '../agenda-items/standing.js';
import type { Fault } from '../model.js';
import { recalledRemovals, toldRemovals } from './codes.js';
import { type Ctx, fault } from './fault-words.js';
import type { Strand } from './strand.js';

/** What a removal says of its reason, whoever proposes it. */
export function removalFaults(
  { reason, told }: { reason?: string | undefined; told?: string | undefined },
  strand: Strand,
  pointers = { reason: '/reason', told: '/told' },
): Fault[] {
  if (!strand.removals.some((one) => one === reason))
    return fault(pointers.reason, 'reason', `A removal is one of ${strand.removals.join(', ')}.`);
  if (toldRemovals.includes(reason ?? '') && !told)
    return fault(pointers.told, 'asked', 'Say which force or area was told, by whom and when.');
  return [];
}

/** Payload rules of a sitting’s decision as the case sees them: a removal has its reason, as any has. */
export const strandDecisionFaults =
  (strand: Strand) =>
  ({ payload }: Ctx<RecordPanelDecisionPayload>): Fault[] => {
    if (payload.decision !== 'remove') return [];
    const { removalReason, removalTold } = payload;
    const pointers = { reason: '/removalReason', told: '/removalTold' };
    const said = removalFaults({ reason: removalReason, told: removalTold }, strand, pointers);
    const apart = removalReason !== undefined && recalledRemovals.includes(removalReason);
    return apart
      ? fault(
          '/removalReason',
          'officers',
          'That it was never so is found by officers, two of them, not by a sitting.',
        )
      : said;
  };
