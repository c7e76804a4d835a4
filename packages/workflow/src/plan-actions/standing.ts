import type { Leavers } from '../grace.js';
import type { Standing } from '../model.js';

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

/** Where one action of a plan is now. */
export interface PlanActionStanding extends Standing {
  caseId: string;
  childId: string;
  reference: string;
  part: 'safety' | 'disruption';
  kind: (typeof actionKinds)[number];
  /** What will be done, shortened for lists. */
  what: string;
  ownerId: string;
  ownerName: string;
  ownerAgencyId: string | null;
  /** Who holds the case of the action. */
  team: string | null;
  workerId: string | null;
  /** Those who held it until lately, by principal: they read on for their days of grace. */
  former?: Leavers;
  due: string | null;
  /** Fields that a full agreement would miss. */
  gaps: string[];
  declinedAt: string | null;
  ended: { how: (typeof actionEndings)[number]; at: string } | null;
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

export interface AddActionPayload {
  caseId: string;
  part: 'safety' | 'disruption';
  kind: (typeof actionKinds)[number];
  what: string;
  ownerId: string;
  /** May be missing in an interim plan: then it is a gap with its owner. */
  outcome?: string;
  due?: string;
  measure?: string;
  contingency?: string;
  cover?: string;
}
export interface DeclineActionPayload {
  reason: string;
}
export interface EndActionPayload {
  how: (typeof actionEndings)[number];
  /** Evidence where it was done; otherwise why not, or to whom it was handed over. */
  evidence: string;
}
