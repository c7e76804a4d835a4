import type { StoredRecord } from '../model.js';
import type { SittingStanding } from './standing.js';

type Sitting = Pick<StoredRecord<SittingStanding>, 'standing'>;

/** Whether a sitting is one of the same panel as another, and comes after it; under a free name, of the same name. */
export function isLaterOfPanel(later: Sitting, earlier: Sitting): boolean {
  const { panelId, panel, startsAt } = earlier.standing;
  const other = later.standing;
  const isSame = panelId || other.panelId ? panelId === other.panelId : panel === other.panel;
  return isSame && other.startsAt > startsAt;
}
