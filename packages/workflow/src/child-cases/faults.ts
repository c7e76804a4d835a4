import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Standing } from '../model.js';
import { gradeDrop } from '../profile/grade.js';
import { closureObstacles } from './closure-rules.js';
import type {
  AllocateWorkerPayload,
  ApproveClosurePayload,
  DecideTriagePayload,
  DeferListingPayload,
  ListForPanelPayload,
  PanelDecisionPayload,
  ProposeClosurePayload,
  RecordStrategyDiscussionPayload,
  RecordViewPayload,
  SharePlanPayload,
} from './payloads.js';
import { planFaults } from './record-plan.js';
import { assessmentFaults, confirmationFaults } from './record-risk.js';
import { correctionFaults } from './record-work.js';
import { recentPeak } from './rules.js';
import { type ChildCaseStanding, hasCurrentHarm } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** A fault where a field is asked for and missing. */
function asked(value: unknown, field: string, detail: string): Fault[] {
  return value ? [] : [{ pointer: `/${field}`, code: 'asked', detail }];
}

/** What a user's standing tells a rule about somebody named in a command. */
interface NamedUser extends Standing {
  roles: string[];
  teamId: string | null;
  endedAt: string | null;
  name: string;
}

function triage({ payload, record }: Ctx<DecideTriagePayload>): Fault[] {
  const takenOn = ['risk-assessment', 'section-47-and-risk-assessment'].includes(payload.outcome);
  const merged = payload.outcome === 'joined' || payload.outcome === 'relisted';
  const faults = [
    ...(takenOn ? asked(payload.teamId, 'teamId', 'Name the team that will hold the case.') : []),
    ...(merged ? asked(payload.otherCaseId, 'otherCaseId', 'Name the other case.') : []),
    ...(payload.outcome === 'other-area'
      ? asked(payload.otherArea, 'otherArea', 'Name the area and who was told there.')
      : []),
    ...(takenOn ? [] : asked(payload.referrerTold, 'referrerTold', 'Say how the referrer was told.')),
    ...(payload.policeView === 'given'
      ? asked(payload.policeViewText, 'policeViewText', 'Write the view of the police.')
      : []),
  ];
  if (payload.outcome === 'no-further-action' && payload.policeView === 'asked')
    faults.push({
      pointer: '/policeView',
      code: 'awaited',
      detail: 'No further action waits for the view of the police.',
    });
  if (payload.otherCaseId === record.id)
    faults.push({ pointer: '/otherCaseId', code: 'sameCase', detail: 'A case cannot be joined to itself.' });
  return faults;
}

function strategyDiscussion({ payload, record, actor }: Ctx<RecordStrategyDiscussionPayload>): Fault[] {
  const both = payload.agencies.includes('police') && payload.agencies.includes('social-care');
  const faults: Fault[] = [];
  if (payload.outcome !== 'threshold-not-met' && !both)
    faults.push({
      pointer: '/agencies',
      code: 'agencies',
      detail: 'A strategy discussion is between police and social care at the least.',
    });
  if (
    payload.outcome === 'threshold-not-met' &&
    !actor.roles.some((role) => role === 'manager' || role === 'senior')
  )
    faults.push({
      pointer: '/outcome',
      code: 'manager',
      detail: 'Only a manager says that the threshold is not met.',
    });
  if (hasCurrentHarm(record.standing) && !payload.crimeReference && !payload.noCrimeReason)
    faults.push({
      pointer: '/crimeReference',
      code: 'asked',
      detail: 'Give the crime reference, or say why there is none.',
    });
  return faults;
}

function allocation({ payload, record, facts }: Ctx<AllocateWorkerPayload>): Fault[] {
  const user = facts.related.find((one) => one.id === payload.workerId)?.standing as NamedUser | undefined;
  const faults: Fault[] = [];
  if (!user || user.endedAt !== null || !user.roles.includes('worker'))
    faults.push({
      pointer: '/workerId',
      code: 'noWorker',
      detail: 'The person named is not a worker with an account.',
    });
  if (payload.workerId === record.standing.workerId)
    faults.push({ pointer: '/workerId', code: 'sameWorker', detail: 'This worker is allocated already.' });
  if (record.standing.workerId === null) return faults;
  return [
    ...faults,
    ...asked(payload.reason, 'reason', 'A change of worker has a reason.'),
    ...asked(payload.handover, 'handover', 'A change of worker has a handover note.'),
    ...asked(
      payload.introduction,
      'introduction',
      'Say how the child was introduced to the new worker together, or why not.',
    ),
  ];
}

function view({ payload }: Ctx<RecordViewPayload>): Fault[] {
  if (payload.words || payload.whyNot) return [];
  return [{ pointer: '/words', code: 'asked', detail: 'Write the words, or why no view could be had.' }];
}

function sharing({ payload }: Ctx<SharePlanPayload>): Fault[] {
  return (['child', 'parent'] as const).flatMap((who) =>
    payload[who].given
      ? asked(payload[who].how, `${who}/how`, 'Say how it was given.')
      : asked(payload[who].whyNot, `${who}/whyNot`, 'Say why it was not given.'),
  );
}

function listing({ payload, record, profile, actor }: Ctx<ListForPanelPayload>): Fault[] {
  const { strategy, confirmed, plan } = record.standing;
  const faults: Fault[] = [];
  if (!profile.panel.listingBases.some((basis) => basis.id === payload.basis))
    faults.push({
      pointer: '/basis',
      code: 'basis',
      detail: `The basis is one of ${profile.panel.listingBases.map((one) => one.id).join(', ')}.`,
    });
  const admitted =
    payload.admitReason && actor.roles.some((role) => role === 'chair' || role === 'deputy-chair');
  if (admitted) return faults;
  if (!strategy)
    faults.push(
      ...asked(
        payload.noStrategyReason,
        'noStrategyReason',
        'No strategy discussion is recorded: a manager says why none.',
      ),
    );
  if (
    !strategy &&
    payload.noStrategyReason &&
    !actor.roles.some((role) => role === 'manager' || role === 'senior')
  )
    faults.push({ pointer: '/noStrategyReason', code: 'manager', detail: 'A manager gives this reason.' });
  if (!confirmed)
    faults.push({
      pointer: '/',
      code: 'gate',
      detail: 'The gate asks a confirmed grade; or the chair admits the case with a reason.',
    });
  if (!plan) faults.push(...asked(payload.noPlanReason, 'noPlanReason', 'No plan is agreed: say why none.'));
  return faults;
}

function deferral({ payload, at, profile }: Ctx<DeferListingPayload>): Fault[] {
  if (payload.until > localDate(at, profile.timeZone)) return [];
  return [
    { pointer: '/until', code: 'future', detail: 'A listing is deferred to a day that is still to come.' },
  ];
}

function closureProposal({ payload, facts, at, profile, record }: Ctx<ProposeClosurePayload>): Fault[] {
  const faults: Fault[] = [];
  const child = facts.related.find((one) => one.kind === 'child')?.standing as
    | { birthDate?: string | null }
    | undefined;
  const { years, months } = profile.closing.adultPathwayFrom;
  if (payload.reason === 'reduced-and-sustained') {
    faults.push(...asked(payload.harmAddressed, 'harmAddressed', 'Say how the harm was addressed.'));
    faults.push(...asked(payload.watcher, 'watcher', 'Name who watches from now on.'));
    faults.push(...asked(payload.nextCheck, 'nextCheck', 'Give the date of the next check.'));
    if (child?.birthDate && isAtLeastOld(child.birthDate, localDate(at, profile.timeZone), years, months))
      faults.push(
        ...asked(
          payload.adultPathway,
          'adultPathway',
          'The young person is 17½ or older: record the adult pathway.',
        ),
      );
  }
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

/** Whether somebody born on a day has reached an age in years and months on another; days are `YYYY-MM-DD`. */
export function isAtLeastOld(birthDate: string, on: string, years: number, months: number): boolean {
  const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const lived = monthsOf(on) - monthsOf(birthDate) - (on.slice(8, 10) < birthDate.slice(8, 10) ? 1 : 0);
  return lived >= years * 12 + months;
}

function closureApproval(context: Ctx<ApproveClosurePayload>): Fault[] {
  if (!context.actor.roles.includes('senior')) return [];
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

function panelDecision(context: Ctx<PanelDecisionPayload>): Fault[] {
  const { payload, record } = context;
  const faults: Fault[] = [];
  if (payload.decision === 'close') {
    const proposed = record.standing.closure;
    const closure = {
      reason: payload.closureReason ?? proposed?.reason ?? 'reduced-and-sustained',
      proposedBy: null,
      at: context.at,
      harmAddressed: true,
      watched: Boolean(payload.watcher && payload.nextCheck),
      adultPathway: proposed?.adultPathway ?? false,
      handover: proposed?.handover ?? false,
    };
    const asClosing = { ...record, standing: { ...record.standing, closure } };
    for (const one of closureObstacles({ ...context, record: asClosing }))
      faults.push({ pointer: '/decision', code: one.code, detail: one.words });
  }
  const peak = recentPeak(context);
  if (
    payload.grade &&
    peak &&
    gradeDrop(peak, payload.grade) >= context.profile.closing.secondSignature.drop &&
    !payload.quorate
  )
    faults.push({
      pointer: '/grade',
      code: 'secondSignature',
      detail: 'A drop of two grades needs a quorate sitting.',
    });
  return faults;
}

/** The payload rules of each command of a child's case: all faults at once. */
export const caseFaults = {
  triage,
  strategyDiscussion,
  allocation,
  view,
  assessment: assessmentFaults,
  confirmation: confirmationFaults,
  plan: planFaults,
  sharing,
  listing,
  deferral,
  closureProposal,
  closureApproval,
  correction: correctionFaults,
  panelDecision,
};
