import { leavingSteps } from '../agenda-items/take-off.js';
import { closedRequests } from '../information-requests/closed-requests.js';
import type { Context, RecordKind } from '../model.js';
import { withdrawnCopies } from '../plan-copies/issue.js';
import { closedServices } from '../service-episodes/closed-services.js';
import type { Step } from '../topic.js';
import { deathSteps } from './access-steps.js';
import { actionsAtClosing } from './actions-at-closing.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding } from './standing.js';

/** What hangs on a case and ends with it, or learns that it closed; whoever closes a case locks these. A challenge is answered although the case has closed. */
export const endsWithCase = [
  'planAction',
  'planCopy',
  'informationRequest',
  'serviceEpisode',
] as const satisfies RecordKind[];

/**
 * What the closing of a case does to what hangs on it, whoever decides it, the team, a sitting or the area that takes
 * the case on: its actions end or are handed over, copies of its plan are taken back, nobody is asked any longer, and
 * the file of a child who has died is closed to all but those named.
 */
export function closingSteps(context: Context<ChildCaseStanding>): Step[] {
  if (regionsOf(context.record).work !== 'closed') return [];
  return [
    ...leavingSteps(context as never, leavingWords(context.record)),
    ...actionsAtClosing(context),
    ...deathSteps(context),
    ...withdrawnCopies(context),
    ...closedRequests(context),
    ...closedServices(context),
  ];
}

/** Why the item of a case that closes leaves the agenda: nothing of why the case closes but that it moved. */
function leavingWords({ standing }: Context<ChildCaseStanding>['record']): string {
  return standing.closed?.reason === 'moved' ? 'Another area has taken the case on.' : 'The case has closed.';
}
