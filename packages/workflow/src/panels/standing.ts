import type { Standing } from '../model.js';
import type { SeriesRule } from './series.js';

/** What a panel is for: a locality, one strand, or one tier of decisions. */
export const panelKinds = ['locality', 'strand', 'tier'] as const;
/** One of these. */
export type PanelKind = (typeof panelKinds)[number];

/** In which part somebody belongs to a panel. */
export const memberParts = ['member', 'substitute'] as const;
/** One of these. */
export type MemberPart = (typeof memberParts)[number];

/** Somebody on a panel: an account, or a person named without one; a substitute says for whom. */
export interface PanelMember {
  id: string;
  userId: string | null;
  name: string;
  /** The agency in words; of an account, its account says. */
  agency: string | null;
  agencyKind: string;
  as: MemberPart;
  forId: string | null;
}

/** What a panel says of itself, which a sitting takes from it where it says nothing else. */
export interface PanelWords {
  name: string;
  kind: PanelKind;
  chairId: string;
  deputyId?: string;
  /** Kinds of agency that make it quorate; the profile's where it is left out. */
  quorum?: string[];
  /** What a case needs to be heard, by the ids of the profile's gate; all of them where it is left out. */
  gate?: string[];
  /** The parts of an agenda that it hears, by the ids of the profile; all of them where it is left out. */
  sections?: string[];
  place: string;
  link?: string;
  /** How long a sitting is, in minutes. */
  minutes: number;
}

/** A panel as it stands. */
export interface PanelStanding extends Standing {
  name: string;
  kind: PanelKind;
  chairId: string;
  chairName: string;
  deputyId: string | null;
  deputyName: string | null;
  quorum: string[] | null;
  gate: string[] | null;
  sections: string[] | null;
  place: string;
  link: string | null;
  minutes: number;
  /** Members and substitutes with an account. */
  memberIds: string[];
  /** How many belong to it, with an account or without. */
  members: number;
  termsVersion: number;
  termsReviewOn: string | null;
  /** The rule by which its sittings were last planned, and until when. */
  series: SeriesRule | null;
  plannedUntil: string | null;
  closed: string | null;
}

/** A panel before it is founded. */
export const blankPanel: PanelStanding = {
  clocks: [],
  name: '',
  kind: 'locality',
  chairId: '',
  chairName: '',
  deputyId: null,
  deputyName: null,
  quorum: null,
  gate: null,
  sections: null,
  place: '',
  link: null,
  minutes: 120,
  memberIds: [],
  members: 0,
  termsVersion: 0,
  termsReviewOn: null,
  series: null,
  plannedUntil: null,
  closed: null,
};

export type FoundPanelPayload = PanelWords;
export type ChangePanelPayload = PanelWords & { reason: string };

/** Somebody who comes to a panel: an account, or a name with an agency. */
export interface JoiningMember {
  userId?: string;
  name?: string;
  agency?: string;
  agencyKind?: string;
  as: MemberPart;
  /** For a substitute: the member for whom. */
  forId?: string;
}
export interface ChangeMembersPayload {
  join?: JoiningMember[];
  /** Ids of those who leave. */
  leave?: string[];
  reason: string;
}
export interface PublishTermsPayload {
  text: string;
  reviewOn: string;
}
/** The rule, and the days between which sittings are planned by it. */
export interface PlanSeriesPayload extends SeriesRule {
  from: string;
  until: string;
  /** Days of the rule on which it does not sit. */
  leaveOut?: string[];
  chairId?: string;
  place?: string;
  link?: string;
}
export interface ClosePanelPayload {
  reason: string;
}

/** The principal of everybody with an account on a panel. */
export function panelPrincipal(panelId: string): string {
  return `panel:${panelId}`;
}

/**
 * Who the members of a sitting are: those of its panel and of no other; of every panel, where a sitting was put on the books under a
 * free name.
 */
export function memberPrincipals({ panelId }: { panelId?: string }): string[] {
  return panelId ? [panelPrincipal(panelId)] : ['role:member', 'role:substitute'];
}
