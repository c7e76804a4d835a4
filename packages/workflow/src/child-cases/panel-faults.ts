import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findListedFor, listedForFaults } from '../panels/listed-for.js';
import { gradeDrop } from '../profile/grade.js';
import { gateMissing } from '../sittings/gate.js';
import { lowersWhatRules } from './closing-grade.js';
import { closureObstacles } from './closure-rules.js';
import { confirmationQuestions, contradictionFaults } from './contradictions.js';
import { dropsFrom } from './grade-effects.js';
import { asked } from './intake-faults.js';
import type { DeferListingPayload, ListForPanelPayload, PanelDecisionPayload } from './payloads.js';
import { panelClosure } from './record-closure.js';
import { proposalFaults } from './risk-faults.js';
import { recentPeak } from './rules.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Payload rules of a listing: a basis of the area's, and the gate of the panel named, else of the profile, unless the chair admits the case with a reason. */
export function listingFaults(context: Ctx<ListForPanelPayload>): Fault[] {
  const { payload, record, profile, actor } = context;
  const faults: Fault[] = listedForFaults(context);
  const bases = profile.panel.listingBases.map((basis) => basis.id);
  if (!bases.includes(payload.basis))
    faults.push({ pointer: '/basis', code: 'basis', detail: `The basis is one of ${bases.join(', ')}.` });
  const isChair = actor.roles.some((role) => role === 'chair' || role === 'deputy-chair');
  if (payload.admitReason && isChair && profile.panel.gate.chairMayAdmit) return faults;
  const isManager = actor.roles.some((role) => role === 'manager' || role === 'senior');
  const gate = gateMissing(record.standing, profile, findListedFor(context)?.standing.gate);
  const lacks = (need: string): boolean => gate.some(({ code }) => code === need);
  if (lacks('strategy-discussion'))
    faults.push(
      ...asked(
        payload.noStrategyReason,
        'noStrategyReason',
        'No strategy discussion is recorded: a manager says why none.',
      ),
    );
  if (lacks('strategy-discussion') && payload.noStrategyReason && !isManager)
    faults.push({ pointer: '/noStrategyReason', code: 'manager', detail: 'A manager gives this reason.' });
  if (lacks('confirmed-grade'))
    faults.push({
      pointer: '',
      code: 'gate',
      detail: 'The gate asks a confirmed grade; or the chair admits the case with a reason.',
    });
  if (lacks('current-plan'))
    faults.push(...asked(payload.noPlanReason, 'noPlanReason', 'No plan is agreed: say why none.'));
  return faults;
}

/** Payload rules of a deferral: to a day that is still to come. */
export function deferralFaults({ payload, at, profile }: Ctx<DeferListingPayload>): Fault[] {
  if (payload.until > localDate(at, profile.timeZone)) return [];
  return [
    { pointer: '/until', code: 'future', detail: 'A listing is deferred to a day that is still to come.' },
  ];
}

function nothingToHandOver({ payload, record }: Ctx<PanelDecisionPayload>): Fault[] {
  if (!payload.handover || record.standing.actions.openSafety > 0) return [];
  return [
    {
      pointer: '/handover',
      code: 'nothing',
      detail: 'No safety action is open that could be handed over.',
    },
  ];
}

function panelClosing(context: Ctx<PanelDecisionPayload>): Fault[] {
  const { payload, record, at } = context;
  const closure = panelClosure(payload, record.standing.closure, at);
  if (closure.reason === 'deceased')
    return [
      {
        pointer: '/closureReason',
        code: 'secondPerson',
        detail:
          'The death of a child is recorded by the team and approved by a second person, not by a sitting.',
      },
    ];
  if (closure.reason === 'merged')
    return [
      {
        pointer: '/closureReason',
        code: 'secondPerson',
        detail: 'A case is merged by the team, with a second person who approves, not by a sitting.',
      },
    ];
  const asClosing = { ...record, standing: { ...record.standing, closure } };
  const actor = { ...context.actor, roles: [] };
  const open = closureObstacles({ ...context, actor, record: asClosing });
  return [
    ...nothingToHandOver(context),
    ...open.map(({ code, words }) => ({
      pointer: '/decision',
      code,
      detail: words,
    })),
  ];
}

function panelGrade(context: Ctx<PanelDecisionPayload>): Fault[] {
  const { payload, record, profile } = context;
  const { decision, reasons, grade, quorate } = payload;
  if (!grade) return [];
  const ruling = rulingGrade(record.standing);
  const falls = ruling !== null && gradeDrop(ruling, grade) > 0;
  const drops = dropsFrom(recentPeak(context), grade, profile);
  const faults = proposalFaults(context, payload.noHarmReason);
  if (decision === 'step-down' && !falls)
    faults.push({ pointer: '/grade', code: 'noStepDown', detail: 'A step down is to a lower grade.' });
  if (lowersWhatRules(record.standing, grade) && !quorate)
    faults.push({
      pointer: '/grade',
      code: 'inquorate',
      detail: falls
        ? 'An inquorate sitting cannot lower a grade.'
        : 'An inquorate sitting cannot set a grade below a floor.',
    });
  if (drops && !quorate)
    faults.push({
      pointer: '/grade',
      code: 'secondSignature',
      detail: 'A drop of two grades needs a quorate sitting.',
    });
  const questions = confirmationQuestions({ reasons, grade }, record.standing.proposed);
  return [...faults, ...contradictionFaults(questions, grade, payload, record.standing)];
}

/** Payload rules of a sitting's decision as the case sees them: it closes only as any case does; grades fall in quorum. */
export function panelDecisionFaults(context: Ctx<PanelDecisionPayload>): Fault[] {
  if (context.payload.decision === 'close') return panelClosing(context);
  return panelGrade(context);
}
