import type { Missing } from '../../api-client.js';
import type { DueDate } from '../../why-dates.js';
import type { AboutChild } from '../children/about.js';
import type { Caution } from '../children/child.js';
import type { EpisodeLine } from '../missing-episodes/episode.js';
import type { HungOnCase } from './view/hung-on-case.js';

/** What may be asked of a record now, or what is missing for it. */
export interface Allowed {
  command: string;
  choice?: string;
  available: boolean;
  missing: (Missing & { code?: string })[];
}

/** A dated obligation that runs. */
export interface Clock extends DueDate {
  start: string;
  who: string;
  /** That it was put off, by whom and why; null of others. */
  extension?: string | null;
  /** Up to which day the reader may put it off; null where he or she may not. */
  extendableTo?: string | null;
}

/** Something that was written, with when it happened and when it was recorded. */
export interface Entry {
  id: string;
  kind: string;
  happened: string;
  at: string;
  authorId: string | null;
  replaces: string | null;
  /** Whether another entry stands in its place. */
  wrong: boolean;
  body: Record<string, unknown>;
}

/** A grade as it stands in a case, proposed or confirmed. */
export interface StandingGrade {
  grade: string;
  by: string | null;
  at: string;
  assessmentId: string | null;
  suggested?: string;
  belowFloor?: boolean;
  /** Of a proposal: a higher one before it on which nobody has decided; it still rules. */
  rose?: { grade: string; assessmentId: string };
  harmIndicator: boolean;
}

/** The part of a case's standing that pages show. */
export interface CaseStanding {
  reference: string;
  name: string;
  receivedAt: string;
  danger: { raisedAt: string; acknowledgedBy: string | null } | null;
  team: string | null;
  workerId: string | null;
  workers: number;
  proposed: StandingGrade | null;
  confirmed: StandingGrade | null;
  harm: Record<string, { certainty: string; time: string }>;
  views: { child: number; childAttempts: number; parent: number };
  contacts?: { met: number; attempts: number; lastAt: string | null };
  /** Of what child and parent were not told yet, with since when. */
  untold?: Record<string, string>;
  suspension?: { reason: string; at: string; ownerId: string; expected: string | null } | null;
  plan: { version: number; kind: string; agreedAt: string; sharedAt: string | null } | null;
  outcomes?: { count: number; final: boolean };
  listing: { basis: string; asked: string; at: string; until: string | null } | null;
  strategy: { at: string; outcome: string } | null;
  actions: { open: number; openSafety: number };
  closure: { reason: string; proposedBy: string | null; at: string } | null;
  closed: { reason: string; at: string } | null;
  transfer?: { area: string; at: string; escalatedAt?: string; acceptedAt?: string } | null;
  hosting?: {
    as: string;
    area: string;
    reference: string | null;
    since: string;
    toldAt: string | null;
    heardAt: string | null;
  } | null;
  adult?: { since: string | null; pathway: { decision: string; at: string } | null } | null;
  reReferral?: { caseId: string; closedAt: string } | null;
  linked: string[];
}

/** An action of the plan. */
export interface PlanAction {
  id: string;
  state: string;
  part: string;
  kind: string;
  what: string;
  ownerName: string;
  due: string | null;
  gaps: string[];
  ended: { how: string; at: string } | null;
  clocks: Clock[];
}

/** A case as the api shows it to one reader; what a class of content keeps from the reader is left out. */
export interface CaseView {
  id: string;
  reference: string;
  childId: string;
  state: { work: string; panel?: string };
  version: number;
  classes: string[];
  withheld: string[];
  written: Entry[];
  /** Whether there are earlier entries than these: the chronology has them. */
  earlier: boolean;
  child?: { name?: string; chosenName?: string | null; birthDate?: string | null };
  actions?: PlanAction[];
  standing?: CaseStanding;
  /** Whether people named in a restriction alone read it. */
  restricted?: boolean;
  rulingGrade?: string | null;
  currentHarm?: boolean;
  /** Requests for information, challenges, notices and services. */
  onCase?: HungOnCase;
  /** What the case opens with, for those who read the child’s own record. */
  about?: AboutChild;
  /** The latest absences of the child. */
  missing?: EpisodeLine[];
  /** Contact cautions that stand, for those who have a part in the case. */
  cautions?: Caution[];
  /** What may be begun on the case. */
  begins?: Allowed[];
  clocks?: Clock[];
  /** What stands in the way of closing, reason by reason. */
  closing?: {
    reason: string;
    missing: Allowed['missing'];
    conditions?: {
      asks: string;
      words: string;
      who: string;
      met: boolean;
      overridable: boolean;
      said: boolean;
    }[];
  }[];
  allowed?: Allowed[];
  /** What each assessment changed beside the one before it with the same instrument, newest first. */
  comparisons?: {
    previous: { happened: string };
    current: { id: string };
    changed: { label: string; before: string | null; after: string | null }[];
  }[];
  /** What assessments left as not known and none has answered since. */
  toFindOut?: { code: string; what: string; how: string; who: string; due: string }[];
  /** Names of people by their id. */
  names?: Record<string, string>;
}
