import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { isAtLeast } from '../profile/grade.js';
import { hasPathwayOutcome } from './adult.js';
import { casesBeside } from './cases-beside.js';
import { hasReached } from './child-read.js';
import { closureObstacles, isAdult } from './closure-rules.js';
import { isHarmKept } from './harm.js';
import { asked } from './intake-faults.js';
import type { ApproveClosurePayload, ProposeClosurePayload } from './payloads.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

function notAdult(context: Ctx<ProposeClosurePayload>): Fault[] {
  const { met, code, words } = isAdult(context);
  return met ? [] : [{ pointer: '/reason', code, detail: words }];
}

/** Whether a case says at least what another does: its grade, and the harm of each kind in certainty and time. */
function holdsAll(kept: ChildCaseStanding, ending: ChildCaseStanding): boolean {
  const grade = rulingGrade(ending) ?? 'none';
  return isAtLeast(rulingGrade(kept) ?? 'none', grade) && isHarmKept(kept.harm, ending.harm);
}

/**
 * A case is merged into another of the same child, which goes on: without one that is open, merging would only end the
 * work, and with one that says less it would lower grade and harm, which only a correction does. A restricted case is
 * none: nobody learns of it here.
 */
function notMergeable(context: Ctx<ApproveClosurePayload>): Fault[] {
  const { standing } = context.record;
  if (standing.closure?.reason !== 'merged') return [];
  const open = casesBeside(context).filter((one) => one.standing.closed === null);
  const told = (code: string, detail: string): Fault[] => [{ pointer: '', code, detail }];
  if (open.length === 0)
    return told(
      'otherCase',
      'No other case of this child is open: nothing goes on into which this one could be merged.',
    );
  if (open.some((one) => holdsAll(one.standing, standing))) return [];
  return told(
    'otherCaseLower',
    'The grade or the harm on this case is higher than on the other one, and would be lost: assess the other case first.',
  );
}

/** Payload rules of a proposal to close: what its reason asks for in writing. */
export function closureProposalFaults(context: Ctx<ProposeClosurePayload>): Fault[] {
  const { payload, at, profile, record } = context;
  const faults: Fault[] = [];
  if (payload.reason === 'reduced-and-sustained') {
    faults.push(...asked(payload.harmAddressed, 'harmAddressed', 'Say how the harm was addressed.'));
    faults.push(...asked(payload.watcher, 'watcher', 'Name who watches from now on.'));
    faults.push(...asked(payload.nextCheck, 'nextCheck', 'Give the date of the next check.'));
    if (!hasPathwayOutcome(record.standing) && hasReached(context, profile.closing.adultPathwayFrom))
      faults.push(
        ...asked(
          payload.adultPathway,
          'adultPathway',
          'The young person is 17½ or older: record the adult pathway.',
        ),
      );
  }
  if (payload.reason === 'turned-18') faults.push(...notAdult(context));
  if (payload.nextCheck && payload.nextCheck <= localDate(at, profile.timeZone))
    faults.push({ pointer: '/nextCheck', code: 'future', detail: 'The next check is still to come.' });
  if (payload.handover && record.standing.actions.openSafety === 0)
    faults.push({
      pointer: '/handover',
      code: 'nothing',
      detail: 'No safety action is open that could be handed over.',
    });
  return faults;
}

/** Payload rules of an approval: a senior who sets conditions aside gives reasons. */
export function closureApprovalFaults(context: Ctx<ApproveClosurePayload>): Fault[] {
  const merging = notMergeable(context);
  if (merging.length > 0 || !context.actor.roles.includes('senior')) return merging;
  const open = closureObstacles({ ...context, actor: { ...context.actor, roles: [] } });
  if (open.length === 0 || context.payload.overrideReasons) return [];
  return [
    {
      pointer: '/overrideReasons',
      code: 'override',
      detail: `Give your reasons for closing although: ${open.map((one) => one.words).join(' ')}`,
    },
  ];
}
