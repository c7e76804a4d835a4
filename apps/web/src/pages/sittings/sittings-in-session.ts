import type { Visit } from '../../visit.js';
import { type SittingView, sittingWords } from './sitting.js';

/** What tells of which panel a sitting is: the record of the panel, or its free name. */
type OfPanel = Pick<SittingView, 'id' | 'panel'> & { panelId?: string | undefined };

/** The other sittings of the same panel that are in session now, for a select: what an earlier one left open is settled there. */
export async function inSessionOfPanel(
  visit: Visit,
  earlier: OfPanel,
): Promise<{ value: string; text: string }[]> {
  const { body } = await visit.read<{ items: SittingView[] }>('/api/v1/sittings?phase=inSession');
  const isSame = (one: SittingView) =>
    one.panelId || earlier.panelId ? one.panelId === earlier.panelId : one.panel === earlier.panel;
  return body.items
    .filter((one) => one.id !== earlier.id && isSame(one))
    .map((one) => ({ value: one.id, text: `At ${sittingWords(one)}` }));
}
