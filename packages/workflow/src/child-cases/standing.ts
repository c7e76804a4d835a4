import type { Listing } from '../agenda-items/standing.js';
import type { UnderChild } from '../children/under-child.js';
import type { Leavers } from '../grace.js';
import type { Standing } from '../model.js';
import type { BeforePanels } from '../panels/case-members.js';
import { type Grade, gradeDrop, higherGrade } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';
import type { ScreeningStep } from '../risk/screen.js';
import type { Adulthood } from './adulthood.js';
import type { FeedbackSubject, SuspendPayload } from './casework-payloads.js';
import type { Caution } from './cautions.js';
import type { ClosureReason, Concern } from './payloads.js';
import type { Hosting } from './placement-area.js';
import type { WorkedBefore } from './times-worked.js';
import type { Transfer } from './transfer.js';
import type { TriageOutcome } from './triage-payloads.js';
import type { WithdrawnEntry } from './withdrawn-entry.js';

/** Who owns actions of a part of the plan: how many are open; where none is any more, until when he or she reads on. */
export interface Owners {
  [userId: string]: number | string;
}

/** A proposed rise that still waits for somebody else, by its assessment. */
export interface Rise {
  grade: Grade;
  assessmentId: string;
  by: string | null;
  /** The floor of its assessment, which holds as long as the rise does; absent where none was. */
  floor?: Grade;
}

/** Where a child's case is now, and what is recorded of it. */
export interface ChildCaseStanding extends Standing, UnderChild, BeforePanels {
  reference: string;
  childId: string;
  /** The child's name as lists show it. */
  name: string;
  receivedAt: string;
  referrerId: string | null;
  source: string;
  danger: { raisedAt: string; acknowledgedBy: string | null } | null;
  /** What triage decided, or that the case was taken up again; `referral` is the new referral that did so. */
  triage: { outcome: TriageOutcome; at: string; referral?: string } | null;
  team: string | null;
  workerId: string | null;
  /** Workers and teams who held the case until lately, by principal: they read on for 28 days. At most four. */
  former?: Leavers;
  /** How many workers the child has had, in this case and in those before it that are open to its readers. */
  workers: number;
  /** How many of them this case alone had; absent before the first. */
  allocated?: number;
  /** The last of assessing, planning and monitoring: where `back` goes. */
  returnTo: 'assessing' | 'planning' | 'monitoring';
  strategy: { at: string; outcome: string } | null;
  /** When a judgement was last recorded that is listed to the chair (`judgements.ts`); absent where none was. */
  forChair?: string;
  /** What the last screening suggested to do next; it is no grade. Absent where nobody screened. */
  screening?: { next: ScreeningStep; at: string };
  assessmentId: string | null;
  proposed: {
    grade: Grade;
    suggested: Grade;
    assessmentId: string;
    by: string | null;
    at: string;
    /** Whether the assessment shows any sign of harm, now or earlier. */
    harmIndicator: boolean;
    belowFloor: boolean;
    /** The highest floor that holds, and the highest of those that rest on harm. */
    floor: Grade | null;
    harmFloor: Grade | null;
    /** What the instrument suggests without the floors that rest on age or disability. */
    unlifted: Grade;
    /** The highest earlier proposal that nobody has confirmed or lowered yet, where this one lies below it: it still rules. */
    rose?: Rise;
    /** Grades that its texts name and that nobody has said the meaning of yet, as `reasons:high`; absent where none. */
    unanswered?: string[];
  } | null;
  /** Who is asked for a blind second assessment, beside which proposal, on what; the last one, and absent where nobody was. */
  blind?: {
    assessorId: string;
    at: string;
    of: string;
    instrument: { id: string; version: number };
    birthDate: string | null;
    /** When it was made: whoever made it reads on for 28 days. */
    madeAt: string | null;
  };
  confirmed: {
    grade: Grade;
    by: string | null;
    at: string;
    assessmentId: string | null;
    harmIndicator: boolean;
    /** The grade as it counts for closing, where floors on age or disability alone do not. */
    closing: Grade;
  } | null;
  /** Earlier confirmed grades of this case and until when each stood, for the rule on drops of two grades. */
  peaks: { grade: Grade; at: string }[];
  /** Since when the confirmed grade, as it counts for closing, has been at or below the closing grade. */
  lowSince: string | null;
  harm: { [kind in Concern]?: { certainty: string; time: string } };
  views: { child: number; childAttempts: number; parent: number };
  /** How often the child was met or spoken with and how often that was tried in vain, apart; when last. Absent before either. */
  contacts?: {
    met: number;
    attempts: number;
    lastAt: string | null;
    /** When the child was met before that: whoever withdraws the latest contact need not read the others. */
    before?: string;
  };
  /** Of what child and parent have not been told yet, with since when; absent before there is anything. */
  untold?: { [subject in FeedbackSubject]?: string };
  /** Why and since when the work waits, who looks again, and the day of the release or return where it is known. */
  suspension?: {
    reason: SuspendPayload['reason'];
    at: string;
    ownerId: string;
    expected: string | null;
  } | null;
  actions: { open: number; openSafety: number };
  plan: { version: number; kind: 'interim' | 'full'; agreedAt: string; sharedAt: string | null } | null;
  /** Owners of actions of the safety part, who read it; and of the disruption part, who read that. */
  partners: Owners;
  disruptionOwners: Owners;
  listing: Listing | null;
  /** What the chair did between sittings and the next sitting is to minute; absent once it has. */
  chairsAction?: { at: string; did: string } | null;
  /** How often outcomes were rated, and whether the latest rating is the last; absent where they never were. */
  outcomes?: { count: number; final: boolean };
  lastDecision: { decision: string; at: string; nextReview: string | null } | null;
  closure: {
    reason: ClosureReason;
    proposedBy: string | null;
    at: string;
    harmAddressed: boolean;
    watched: boolean;
    /** The day of the next check; absent where none was given, and in older entries. */
    nextCheck?: string;
    adultPathway: boolean;
    handover: boolean;
    /** To whom open safety actions are handed over, shortened; absent where to nobody. */
    handedTo?: string;
  } | null;
  closed: { reason: string; at: string } | null;
  /** What it was each time before it was taken up again, the earliest first; absent where it never was. Figures count these. */
  before?: WorkedBefore[];
  /** Entries that were withdrawn and wait for the decision of information governance, the earliest first. */
  withdrawn?: WithdrawnEntry[];
  /** Contact cautions that stand: whom each stops, and no more. */
  cautions?: Caution[];
  /** Statutory notices that a referral or an assessment brought up: each is asked about once. */
  prompted?: string[];
  /** The transfer to another area that waits for its answer or was accepted; absent where none was asked for. */
  transfer?: Transfer | null;
  /** The other area of a looked-after child placed elsewhere; absent where there is none. */
  hosting?: Hosting | null;
  /** The way to adulthood, once something is recorded of it. */
  adult?: Adulthood | null;
  /** Of a re-referral: the case that had closed within the profile’s months before, and when. Figures count these. */
  reReferral?: { caseId: string; closedAt: string } | null;
  /** Other cases of the same child, or the case that this referral joined. */
  linked: string[];
}

/** A child case before its referral. */
export const blankChildCase: ChildCaseStanding = {
  clocks: [],
  reference: '',
  childId: '',
  name: '',
  receivedAt: '',
  referrerId: null,
  source: 'not-yet-known',
  danger: null,
  triage: null,
  team: null,
  workerId: null,
  workers: 0,
  returnTo: 'assessing',
  strategy: null,
  assessmentId: null,
  proposed: null,
  confirmed: null,
  peaks: [],
  lowSince: null,
  harm: {},
  views: { child: 0, childAttempts: 0, parent: 0 },
  actions: { open: 0, openSafety: 0 },
  plan: null,
  partners: {},
  disruptionOwners: {},
  listing: null,
  lastDecision: null,
  closure: null,
  closed: null,
  linked: [],
};

/** The highest grade that is proposed and waits for somebody else: a later proposal alone never takes a rise back. */
export function proposedGrade({ proposed }: Pick<ChildCaseStanding, 'proposed'>): Grade | null {
  return proposed?.rose?.grade ?? proposed?.grade ?? null;
}

/** The grade that rules clocks, lists and alerts: until confirmation the higher of proposed and confirmed. */
export function rulingGrade(standing: ChildCaseStanding): Grade | null {
  const { confirmed } = standing;
  const proposed = proposedGrade(standing);
  if (proposed && confirmed) return higherGrade(proposed, confirmed.grade);
  return proposed ?? confirmed?.grade ?? null;
}

/** A rise that nobody else has decided on, beside a new proposal below it: it rules on; none where there is no such rise. */
export function riseBeside(
  { proposed: before, confirmed }: ChildCaseStanding,
  grade: Grade,
): { rose?: Rise } {
  if (!before) return {};
  const { grade: stood, assessmentId, by, floor } = before;
  const rose = before.rose ?? { grade: stood, assessmentId, by, ...(floor ? { floor } : {}) };
  const acts = !confirmed || gradeDrop(rose.grade, confirmed.grade) > 0;
  return acts && gradeDrop(rose.grade, grade) > 0 ? { rose } : {};
}

/** Whether harm that is happening now is suspected or confirmed, whatever the grade. */
export function hasCurrentHarm(standing: ChildCaseStanding): boolean {
  return Object.values(standing.harm).some(
    (harm) => harm.time === 'current' && harm.certainty !== 'none-known',
  );
}

/** Whether the shorter clocks rule: high proposed or confirmed, or current harm. */
export function isRaised(standing: ChildCaseStanding): boolean {
  return rulingGrade(standing) === 'high' || hasCurrentHarm(standing);
}

/** Whether the profile asks a plan at this grade. */
export function asksPlan(profile: Profile, grade: Grade): boolean {
  return profile.plan.askedFor.includes(grade);
}
