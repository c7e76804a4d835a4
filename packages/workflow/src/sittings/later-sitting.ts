import type { Context, Fault, StoredRecord } from '../model.js';
import type { SittingStanding } from './standing.js';

type Sitting = Pick<StoredRecord<SittingStanding>, 'standing'>;

/** Whether a sitting is one of the same panel as another, and comes after it; under a free name, of the same name. */
export function isLaterOfPanel(later: Sitting, earlier: Sitting): boolean {
  const { panelId, panel, startsAt } = earlier.standing;
  const other = later.standing;
  const isSame = panelId || other.panelId ? panelId === other.panelId : panel === other.panel;
  return isSame && other.startsAt > startsAt;
}

/**
 * What an earlier sitting left open is settled at a later one of the same panel while that is in session and quorate.
 * `what` begins the sentence: "Minutes are agreed".
 */
export function laterSittingFaults(
  {
    payload,
    locked,
    record,
  }: Pick<Context<SittingStanding, { sittingId?: string }>, 'payload' | 'locked' | 'record'>,
  what: string,
): Fault[] {
  const at = locked.find(({ kind, id }) => kind === 'sitting' && id === payload.sittingId) as
    | StoredRecord<SittingStanding>
    | undefined;
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/sittingId', code, detail }];
  if (!at || at.id === record.id || at.state !== 'inSession')
    return fault('notInSession', `${what} at a later sitting that is in session.`);
  if (!isLaterOfPanel(at, record))
    return fault('otherPanel', `${what} at a later sitting of the same panel: choose it.`);
  return at.standing.quorate
    ? []
    : fault('notQuorate', `${what} at a quorate sitting, and that one is not quorate now.`);
}
