import { graceUntil } from '../grace.js';
import type { Actor, ContentClass, Reader, StoredRecord } from '../model.js';
import { membersOfCase } from '../panels/case-members.js';
import { holdsFor } from '../posts.js';
import { longest } from '../readers.js';
import { openActions, ownersUntil } from './owners.js';
import { dangerDuty } from './record-danger.js';
import { regionsOf } from './rules.js';
import type { ChildCaseStanding, Owners } from './standing.js';

type Case = StoredRecord<ChildCaseStanding>;

/** The relations that a person has to a child's case; the policy names them. */
export function relationsToCase(actor: Actor, record: Case): string[] {
  const { standing } = record;
  const relations: string[] = [];
  if (standing.team === null) relations.push('untaken');
  if (standing.clocks.some((clock) => clock.rule === 'police-view')) relations.push('policeAsked');
  if (standing.team !== null && actor.teamId === standing.team) relations.push('holdingTeam');
  if (holdsFor(actor, standing.workerId)) relations.push('lead');
  const { partners, disruptionOwners } = standing;
  const owns = (owners: Owners) =>
    [actor.userId, actor.standsInFor ?? null].some((userId) => openActions(owners, userId) > 0);
  if (owns(partners)) relations.push('partner');
  if (owns(disruptionOwners)) relations.push('disruptionOwner');
  if (actor.userId !== null && actor.userId === standing.blind?.assessorId) relations.push('blindAssessor');
  if (actor.userId !== null && actor.userId === standing.referrerId) relations.push('referrer');
  if (holdsFor(actor, standing.transfer?.receiverId)) relations.push('receiver');
  return relations;
}

/** What those read who read the whole case; the disruption part is named apart. */
const whole = ['receipt', 'safety', 'sheet', 'case', 'caution'] as const;

const reads = (principal: string, until: string | null, ...classes: readonly ContentClass[]): Reader[] =>
  classes.map((one) => ({ principal, class: one, until }));

/** Whether a clock of one of these rules runs: whoever has it in the list reads the case. */
const runs = ({ clocks }: ChildCaseStanding, ...rules: string[]): boolean =>
  clocks.some((clock) => rules.includes(clock.rule));

/**
 * Who may read a child's case, class by class, and until when. A referrer reads receipt and outcome; a partner the
 * safety part and what he or she wrote; whoever is asked for a blind second assessment the safety part, until 28 days
 * after it is made; the holding team the case; triage until it has decided; those who oversee always. Access ends 28 days
 * after its cause. A restricted note, why a case is restricted or who withdrew from it, is read by the manager of the
 * team, the chair, information governance and the Caldicott guardian. The manager of the team keeps the file, and triage
 * knows that the case exists, to take it up again.
 */
export function readersOfCase(record: Case): Reader[] {
  const { standing } = record;
  const readers = [
    ...reads('role:auditor', null, ...whole, 'disruption'),
    ...reads('role:information-governance', null, ...whole, 'restricted'),
    ...reads('role:caldicott-guardian', null, ...whole, 'restricted'),
    ...reads('role:senior', null, ...whole, 'disruption'),
    ...reads('role:coordinator', null, ...whole),
    ...triageReaders(standing),
    ...dangerReaders(standing),
    ...holderReaders(standing),
    ...panelReaders(record),
    ...judgementReaders(standing),
    ...receiverReaders(standing),
  ];
  if (standing.referrerId) readers.push(...reads(`user:${standing.referrerId}`, null, 'receipt'));
  if (runs(standing, 'police-view'))
    readers.push(...reads('role:police-desk', null, 'safety', 'sheet', 'case'));
  const closedAt = standing.closed?.at ?? null;
  // A partner writes of contact, views and signs, which others read with the case; he or she reads back his or her own.
  for (const [userId, until] of ownersUntil(standing.partners, closedAt))
    readers.push(...reads(`user:${userId}`, until, 'safety', 'own'));
  for (const [userId, until] of ownersUntil(standing.disruptionOwners, closedAt))
    readers.push(...reads(`user:${userId}`, until, 'disruption'));
  if (standing.blind) {
    const end = standing.blind.madeAt ?? closedAt;
    const until = end === null ? null : graceUntil(end);
    readers.push(...reads(`user:${standing.blind.assessorId}`, until, 'safety'));
  }
  return longest(readers);
}

/**
 * Who reads a restricted case besides those named: the Caldicott guardian the notes of why, for nobody looks it over
 * otherwise; as long as danger is not acknowledged, those who acknowledge it what keeps the child safe; the receiving area what was
 * written for it; and, as long as a breach waits for its decision, information governance that the case exists.
 */
export function closedReadersOfCase({ standing }: Case): Reader[] {
  const duty = runs(standing, 'danger-acknowledgement') ? dangerDuty : [];
  const breach = runs(standing, 'breach-decision');
  return [
    ...reads('role:caldicott-guardian', null, 'restricted'),
    ...receiverReaders(standing).filter((one) => one.class === 'transfer'),
    ...duty.flatMap((principal) => reads(principal, null, 'safety')),
    ...(breach ? reads('role:information-governance', null, 'existence') : []),
  ];
}

/**
 * The receiving area's worker reads what was written for him or her, and nothing else, until the case is accepted; then
 * the file without its disruption part, for the days of grace in which it is taken over. After a refusal, nothing.
 */
function receiverReaders({ transfer }: ChildCaseStanding): Reader[] {
  if (!transfer?.receiverId) return [];
  const own = `user:${transfer.receiverId}`;
  if (!transfer.acceptedAt) return reads(own, null, 'transfer');
  return reads(own, graceUntil(transfer.acceptedAt), 'transfer', 'safety', 'sheet', 'case');
}

function holderReaders(standing: ChildCaseStanding): Reader[] {
  const until = standing.closed ? graceUntil(standing.closed.at) : null;
  const { team, workerId, former = {}, suspension } = standing;
  return [
    ...Object.entries(former).flatMap(([principal, end]) => reads(principal, end, ...whole, 'disruption')),
    ...(team ? reads(`team:${team}:manager`, null, ...whole, 'disruption', 'restricted') : []),
    ...(team ? reads(`team:${team}:worker`, until, ...whole, 'disruption') : []),
    // Whoever is still to tell child and parent that the case closed reads it until they are told.
    ...(workerId
      ? reads(`user:${workerId}`, runs(standing, 'feedback') ? null : until, ...whole, 'disruption')
      : []),
    ...(suspension ? reads(`user:${suspension.ownerId}`, null, ...whole, 'disruption') : []),
  ];
}

function triageReaders(standing: ChildCaseStanding): Reader[] {
  const decided = standing.closed?.at ?? (standing.workerId ? (standing.triage?.at ?? null) : null);
  const waits = runs(standing, 'other-area-acknowledgement');
  const until = decided === null || waits ? null : graceUntil(decided);
  return ['triage-social-worker', 'triage-officer'].flatMap((role) => [
    ...reads(`role:${role}`, null, 'receipt'),
    ...reads(`role:${role}`, until, ...whole),
  ]);
}

function dangerReaders(standing: ChildCaseStanding): Reader[] {
  if (!standing.danger) return [];
  const waits = runs(standing, 'danger-acknowledgement', 'strategy-discussion');
  const until = waits ? null : graceUntil(standing.danger.raisedAt);
  return ['duty-manager', 'out-of-hours', 'police-desk'].flatMap((role) =>
    reads(`role:${role}`, until, 'safety', 'sheet', 'case', 'caution'),
  );
}

/** The chair reads a case with a judgement that is listed to the chair, until 28 days after its closing: panel or not. */
function judgementReaders({ forChair, closed }: ChildCaseStanding): Reader[] {
  if (!forChair) return [];
  return ['chair', 'deputy-chair'].flatMap((role) =>
    reads(`role:${role}`, closed ? graceUntil(closed.at) : null, 'safety', 'sheet', 'case'),
  );
}

function panelReaders(record: Case): Reader[] {
  const { lastDecision } = record.standing;
  const off = regionsOf(record).panel === 'notListed';
  if (off && !lastDecision) return [];
  const until = off && lastDecision ? graceUntil(lastDecision.at) : null;
  return [
    ...['chair', 'deputy-chair'].flatMap((role) =>
      reads(`role:${role}`, until, 'safety', 'sheet', 'case', 'restricted'),
    ),
    ...Object.entries(membersOfCase(!off, record.standing)).flatMap(([principal, end]) =>
      principal.startsWith('user:')
        ? reads(principal, end, 'sheet')
        : reads(principal, end, 'safety', 'sheet'),
    ),
  ];
}
