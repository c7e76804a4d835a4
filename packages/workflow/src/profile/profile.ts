import type { ClusterRule } from '../clusters/proposal-rule.js';
import type { IncidentsProfile } from '../incidents/outcome-codes.js';
import type { RetentionProfile } from '../retention/retention-rule.js';
import type { Instrument } from '../risk/instrument.js';
import type { RetiredInstrument } from '../risk/instruments-in-force.js';
import type {
  ClockLength,
  ClockRuleId,
  FixedClockRule,
  FixedClockRuleId,
  GradedClockRule,
  GradedClockRuleId,
} from './clock-rule.js';
import england from './england.json' with { type: 'json' };
import type { Grade } from './grade.js';
import type { PriorityRule } from './priority-rule.js';

/** The nations whose bank holidays the product knows. */
export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

/** A nation with bank holidays of its own. */
export type Nation = (typeof nations)[number];

/** When a floor holds: one test of the child or of the answers. */
export type FloorTest =
  | { kind: 'age-under'; years: number }
  | { kind: 'learning-disability' }
  | { kind: 'domain-level'; value: number }
  | { kind: 'current-harm' };

/** A grade below which no score may lead where any indicator is present. */
export interface Floor {
  id: string;
  label: string;
  atLeast: Grade;
  test: FloorTest;
  /** Floors resting on age or disability alone do not count against closing; those on harm do. */
  countsForClosing: boolean;
  source: string;
}

/** A coded choice with the words a person reads. */
export interface Choice {
  id: string;
  label: string;
}

/** Who a reminder or an escalation goes to. */
export const recipients = [
  'owner',
  'manager',
  'agency-lead',
  'coordinator',
  'senior',
  'chair',
  'duty-manager',
] as const;

/** One kind of person a reminder or an escalation goes to. */
export type Recipient = (typeof recipients)[number];

/** One reminder of a clock, sent once: so long before or after it is due, and to whom. */
export interface ReminderStage extends ClockLength {
  id: string;
  when: 'before' | 'after';
  to: Recipient[];
}

/** One step of an escalation: who is asked, and how long they have to answer. */
export interface EscalationStage {
  id: string;
  label: string;
  to: Recipient[];
  answer: ClockLength;
}

/** A heading of an agenda, in agenda order, with the minutes allotted to each of its items. */
export interface AgendaSection extends Choice {
  minutesPerItem: number;
}

/** A heading of the outcomes framework: what is rated, and what it looks like where it goes well. */
export interface OutcomeHeading extends Choice {
  says: string;
}

/** An age in whole years and months. */
export interface Age {
  years: number;
  months: number;
}

/** An area's rules of practice as one dated document: every number of the product is a default here. */
export interface Profile {
  id: string;
  name: string;
  effectiveFrom: string;
  timeZone: string;
  nation: Nation;
  protectiveMarking: string;
  grades: Record<Grade, { name: string; description: string }>;
  clocks: Record<FixedClockRuleId, FixedClockRule> & Record<GradedClockRuleId, GradedClockRule>;
  floors: Floor[];
  /** Ids of the instruments in use; the first is offered first. */
  instruments: string[];
  /** Instruments that the area brought itself, every version that was ever used. */
  ownInstruments?: Instrument[];
  /** Instruments that the area no longer offers after a day. */
  retiredInstruments?: RetiredInstrument[];
  plan: { askedFor: Grade[] };
  /** From which grade on a case is counted as an episode: it is recorded and worked with all the same, and shown beside the figure. */
  episodes: { from: Grade };
  /** What is rated of a child's life at the beginning, at reviews and at the end, and the scale from worst to best. */
  outcomes: { scale: Choice[]; headings: OutcomeHeading[] };
  panel: {
    listingBases: Choice[];
    gate: { needs: Choice[]; chairMayAdmit: boolean };
    quorum: { agencies: Choice[]; chairMayProceed: boolean };
    /** High-graded children return to each sitting until this many reviews find the plan working. */
    reviewsFindingPlanWorking: number;
    agenda: AgendaSection[];
  };
  /** How soon something is to be done about a person of concern or a location. */
  priority: PriorityRule;
  closing: {
    grade: Grade;
    months: number;
    adultPathwayFrom: Age;
    /** A drop of this many grades from the highest confirmed in these months needs a second signature. */
    secondSignature: { drop: number; months: number };
  };
  relistMonths: number;
  reReferralMonths: number;
  /** How many children share something within how many days for a cluster to be proposed. */
  clusters: ClusterRule;
  incidents: IncidentsProfile;
  referralProposal: {
    missingEpisodes: number;
    months: number;
    underAge: number;
    /** Factors at the end of an assessment by social care that propose a referral; none where it is left out. */
    factors?: string[];
  };
  /** Absences that begin within so many days ask for a strategy discussion on the child’s open cases. */
  strategyDiscussion: { missingEpisodes: number; days: number };
  /** From how many hours after the beginning of an absence a second report of it alarms again: the child may have been back meanwhile. */
  missingReports: { alarmAgainAfterHours: number };
  transitionPrompts: Age[];
  handover: { needs: Choice[] };
  escalation: { overdueAction: EscalationStage[]; challenge: EscalationStage[] };
  reminders: {
    days: ReminderStage[];
    hours: ReminderStage[];
    byClock: Partial<Record<ClockRuleId, ReminderStage[]>>;
  };
  retention: RetentionProfile;
}

/** The profile shipped for England; `validateProfile` finds no fault in it. */
export const englandProfile = england as Profile;
