import { relationsToCase } from '../child-cases/access.js';
import { triage } from '../child-cases/principals.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { graceUntil } from '../grace.js';
import type { Actor, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { readersApart, seesToApart } from './given-apart.js';
import { overseerOf, type PlanActionStanding } from './standing.js';

/**
 * The relations to an action: its owner; whoever manages the owner; the team that holds its case, as it is now where the
 * case was locked; and, for an action that is still to be given, whoever works with the case.
 */
export function relationsToAction(
  actor: Actor,
  record: StoredRecord<PlanActionStanding>,
  locked: readonly StoredRecord[],
): string[] {
  const { ownerId, ownerAgencyId, ownerTeam, team, caseKind } = record.standing;
  const about = locked.find((one) => one.kind === 'childCase' && one.id === record.parentId);
  const toCase = about ? relationsToCase(actor, about as StoredRecord<ChildCaseStanding>) : [];
  const found = toCase.filter((one) => ['lead', 'holdingTeam', 'untaken'].includes(one));
  if (holdsFor(actor, ownerId)) found.push('owner');
  if (caseKind) found.push('givenApart');
  if (seesToApart(actor, record)) found.push('seesToApart');
  const inTeam = !ownerTeam || actor.teamId === null || actor.teamId === ownerTeam;
  if (ownerAgencyId && actor.agencyId === ownerAgencyId && inTeam) found.push('managesOwner');
  const heldElsewhere = !about || (about.standing as ChildCaseStanding).team === null;
  if (heldElsewhere && team !== null && team === actor.teamId) found.push('holdingTeam');
  return found;
}

/** Who reads an action, class by class, and until when. Whoever an escalation told reads it from then on. */
export function readersOfAction({ standing }: StoredRecord<PlanActionStanding>): Reader[] {
  const { part, team, workerId, former = {}, ownerId, ownerAgencyId, escalation, ended } = standing;
  // Until the owner is named, those who lead the agency that was given it.
  const agency =
    ownerId || !ownerAgencyId ? [] : ['member', 'manager'].map((role) => `agency:${ownerAgencyId}:${role}`);
  const owner = `user:${ownerId}`;
  if (standing.caseKind)
    return readersApart(standing, [...(ownerId ? [owner] : []), ...agency, ...(escalation?.told ?? [])]);
  const overseers = [
    'auditor',
    'chair',
    'deputy-chair',
    'senior',
    ...(part === 'safety' ? ['coordinator'] : []),
  ].map((role) => `role:${role}`);
  // The history asks for the class of the whole case; no row of an action has it. The disruption part is not for all.
  const historians = ['auditor', 'senior', ...(part === 'safety' ? ['information-governance'] : [])];
  const holders = team
    ? [`team:${team}:manager`, `team:${team}:worker`, ...(workerId ? [`user:${workerId}`] : [])]
    : [triage, 'role:triage-officer'];
  // What of the safety part a request for access covers is read by those who answer it.
  const answerers = part === 'safety' ? ['role:information-governance', 'role:caldicott-guardian'] : [];
  const always = new Set([...holders, ...overseers, ...answerers, ...agency]);
  const until = ended ? graceUntil(ended.at) : null;
  const told = (escalation?.told ?? []).filter((one) => one !== owner && !always.has(one));
  const line = (principal: string, end: string | null): Reader => ({ principal, class: part, until: end });
  return [
    ...(holders.includes(owner) || !ownerId ? [] : [line(owner, until)]),
    ...agency.map((principal) => line(principal, until)),
    ...told.map((principal) => line(principal, until)),
    ...holders.map((principal) => line(principal, null)),
    ...Object.entries(former).map(([principal, end]) => line(principal, end)),
    ...[...overseers, ...answerers].map((principal) => line(principal, null)),
    ...historians.map((role): Reader => ({ principal: `role:${role}`, class: 'case', until: null })),
  ];
}

/**
 * A declined action waits for the manager, who finds another owner, and whose its clocks are now. One that
 * is escalated waits with everybody whom the stage told, not with the first of them alone.
 */
export function queueOfAction({ state, standing }: StoredRecord<PlanActionStanding>): QueueLine[] {
  const { declinedAt, escalation, clocks, ownerAgencyId } = standing;
  const unnamed = clocks.find(({ rule }) => rule === 'actions-out');
  const answer = clocks.find(({ rule }) => rule === 'escalation-answer');
  const told = escalation && !escalation.answered && answer ? escalation.told : [];
  return [
    ...(state === 'declined' && declinedAt
      ? [{ principal: overseerOf(standing), due: declinedAt, step: 'change-action' }]
      : []),
    // Its members have it by the clock; a manager there may name the owner too.
    ...(state === 'awaitingOwner' && unnamed
      ? [{ principal: `agency:${ownerAgencyId}:manager`, due: unnamed.due, step: 'actions-out' }]
      : []),
    ...told.map((principal) => ({ principal, due: answer?.due as string, step: 'answer-escalation' })),
  ];
}
