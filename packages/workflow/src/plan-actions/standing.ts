import { manager } from '../child-cases/principals.js';
import type { Leavers } from '../grace.js';
import type { Standing } from '../model.js';
import type { Role } from '../roles.js';

export const actionKinds = [
  'access',
  'attention',
  'assertive-outreach',
  'advocacy',
  'health',
  'education',
  'placement',
  'family',
  'parent-support',
  'disruption',
  'intelligence',
  'other',
] as const;
export const actionEndings = ['done', 'not-done', 'no-longer-possible', 'handed-over', 'superseded'] as const;

/** What an action hangs on that a sitting gave and that belongs to no child’s case: a person, a place, a cluster, or the item of a theme. */
export type ActionHome = 'personCase' | 'locationCase' | 'cluster' | 'agendaItem';

/** Where one action of a plan, or of a sitting, is now. */
export interface PlanActionStanding extends Standing {
  /** The case that it hangs on; of an action of a sitting the record that `caseKind` says. */
  caseId: string;
  /** Empty where it belongs to no child’s case. */
  childId: string;
  reference: string;
  /** Absent where it belongs to the plan of a child. */
  caseKind?: ActionHome;
  /** The person, the place or the cluster; empty for a theme, absent where it belongs to the plan of a child. */
  aboutId?: string;
  /** The item on which a sitting gave it, where it belongs to no child’s case. */
  itemId?: string;
  /** When the listing of its person or place ended, and whether as something that was never so. */
  over?: { at: string; recalled: boolean } | null;
  part: 'safety' | 'disruption';
  kind: (typeof actionKinds)[number];
  /** What will be done, shortened for lists. */
  what: string;
  /** The desired outcome, shortened: actions towards one outcome may share a contingency. Absent in older entries. */
  outcome?: string | null;
  ownerId: string;
  ownerName: string;
  ownerAgencyId: string | null;
  /** The role in which the owner acts, and the owner's team. Absent in older entries. */
  ownerRole?: Role | null;
  ownerTeam?: string | null;
  /** Who covers while the owner is away, where the action names somebody. */
  coverId?: string | null;
  coverName?: string | null;
  /** The person or place that it is aimed at, as lists compare it. */
  aim?: string | null;
  /** How often its words were changed, counted from 1. Absent in older entries. */
  revision?: number;
  /** Who holds the case of the action. */
  team: string | null;
  workerId: string | null;
  /** Those who held it until lately, by principal: they read on for their days of grace. */
  former?: Leavers;
  due: string | null;
  /** Fields of its own that are empty; what the whole plan lacks, the plan says. */
  gaps: string[];
  declinedAt: string | null;
  /** Where it was not answered or not done in time: which stage was told last, and whom; `answered` once somebody has. */
  escalation?: { stage: number; at: string; told: string[]; answered: boolean } | null;
  ended: {
    how: (typeof actionEndings)[number];
    at: string;
    /** The action that stands in its place: the new owner's, or the one named. */
    by?: string;
  } | null;
}

/** Who leads an agency's part in the panel: its members; they name the owner of what it was given. */
export function agencyLead(agencyId: string | null): string {
  return `agency:${agencyId}:member`;
}

/** Who finds another owner for what was declined: the manager of its case; the chair, where it belongs to no child’s case. */
export function overseerOf({ caseKind, team }: Pick<PlanActionStanding, 'caseKind' | 'team'>): string {
  return caseKind ? 'role:chair' : manager(team);
}

/**
 * Whose an action is to see to: its owner's; where the owner declined it, that of whoever finds another; where an agency
 * was given it, that of the agency's lead until there is an owner.
 */
export function answersFor(standing: PlanActionStanding): string {
  const { declinedAt, ownerId, ownerAgencyId } = standing;
  if (!ownerId) return agencyLead(ownerAgencyId);
  return declinedAt ? overseerOf(standing) : `user:${ownerId}`;
}

/** Whom a look at an action shows: the child, or the person, the place or the cluster; nobody for a theme. */
export function personsOfAction({
  childId,
  aboutId,
}: Pick<PlanActionStanding, 'childId' | 'aboutId'>): string[] {
  const shown = aboutId ?? childId;
  return shown ? [shown] : [];
}

/** An action before it is added. */
export const blankPlanAction: PlanActionStanding = {
  clocks: [],
  caseId: '',
  childId: '',
  reference: '',
  part: 'safety',
  kind: 'other',
  what: '',
  ownerId: '',
  ownerName: '',
  ownerAgencyId: null,
  team: null,
  workerId: null,
  due: null,
  gaps: [],
  declinedAt: null,
  ended: null,
};

/** What an action says; what is left out in an interim plan is a gap with its owner. */
export interface ActionWords {
  kind: (typeof actionKinds)[number];
  what: string;
  ownerId: string;
  outcome?: string;
  due?: string;
  measure?: string;
  contingency?: string;
  /** Somebody by name who covers in absence; without it whoever the owner's record of absence names. */
  coverId?: string;
  /** The person or place that it is aimed at. */
  aim?: string;
}
export interface AddActionPayload extends ActionWords {
  caseId: string;
  part: 'safety' | 'disruption';
  /** The action whose place it takes, where that was handed over. */
  from?: string;
  /** The item on which a sitting gave it, where it belongs to no child’s case: nobody else gives such an action. */
  itemId?: string;
  /** The agency to which a sitting gave it; its owner is to be named, and is empty till then. */
  agencyId?: string;
}
/** Only what changes; another owner is asked to accept it anew. */
export interface ChangeActionPayload extends Partial<ActionWords> {
  reason: string;
}
export interface DeclineActionPayload {
  reason: string;
}
/** How an action ended; each way asks for what is its own. */
export interface EndActionPayload {
  how: (typeof actionEndings)[number];
  /** Done: what was done and what came of it. */
  evidence?: string;
  /** Not done: why it was not, although it could have been. */
  reason?: string;
  /** No longer possible: what changed. */
  changed?: string;
  /** Handed over: to whom by name, the handover, and a new day where the old one has passed. */
  newOwnerId?: string;
  handover?: string;
  due?: string;
  /** Handed over because its case closes: the name in `handover` takes it over outside the plan. Only a closing says so. */
  withCase?: true;
  /** Superseded: the open action of the same case that stands in its place. */
  byActionId?: string;
}
/** By hand with a reason, before a clock does it; a clock gives none. */
export interface EscalateActionPayload {
  reason?: string;
}
/** A new day, or the reason why it is late, which buys one more time to answer. */
export interface AnswerEscalationPayload {
  reason: string;
  due?: string;
}
