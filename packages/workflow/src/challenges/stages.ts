import { manager, worker } from '../child-cases/principals.js';
import { dueAt } from '../clocks/due.js';
import type { Actor } from '../model.js';
import type { EscalationStage, Profile, Recipient } from '../profile/profile.js';
import { principalsOf } from '../roles.js';
import type { ChallengeStanding } from './standing.js';

/** Whom a stage asks depends on who holds the case. */
type Held = Pick<ChallengeStanding, 'team' | 'workerId' | 'holdingAgencyId'>;

const principalFor: Record<Recipient, (held: Held) => string> = {
  owner: worker,
  manager: ({ team }) => manager(team),
  'agency-lead': ({ holdingAgencyId, team }) =>
    holdingAgencyId ? `agency:${holdingAgencyId}:member` : manager(team),
  coordinator: () => 'role:coordinator',
  senior: () => 'role:senior',
  chair: () => 'role:chair',
  'duty-manager': () => 'role:duty-manager',
};

/** The stage of a challenge by its place in the profile; the last one where the profile has fewer by now. */
export function stageAt({ escalation }: Profile, index: number): EscalationStage {
  const { challenge } = escalation;
  return challenge[Math.min(index, challenge.length - 1)] as EscalationStage;
}

/** Those who are asked at a stage. */
export function askedAt(stage: Pick<EscalationStage, 'to'>, held: Held): string[] {
  return [...new Set(stage.to.map((one) => principalFor[one](held)))];
}

/** The first stage at which somebody else than the raiser is asked: nobody answers a challenge of his or her own. */
export function firstStage(profile: Profile, held: Held, raiser: Actor): number {
  const own = principalsOf(raiser);
  const stages = profile.escalation.challenge;
  const found = stages.findIndex((stage) => !askedAt(stage, held).some((one) => own.includes(one)));
  return found < 0 ? stages.length - 1 : found;
}

/** The last instant by which a stage answers what was brought to it. */
export function stageDue({ answer }: EscalationStage, from: string, profile: Profile): string {
  return dueAt(answer.amount, answer.unit, from, profile);
}
