import type {
  EpisodeEndCode,
  EpisodeReasonCode,
  EthnicityCode,
  LegalStatusCode,
  MissingCode,
  NeedCode,
  NoUpnCode,
  PlacementChangeCode,
  PlacementCode,
  ProviderCode,
} from './codes.js';

/** A real date as `YYYY-MM-DD`: a day without a time or a zone. */
export type IsoDate = string;

/** A child looked after, as the header of an SSDA903 return says. */
export interface HeaderRow {
  /** The local authority's own id of the child, at most 20 characters (Standard Safeguarding Dataset). */
  childId: string;
  /** `notKnown` where the return gives no valid code; the warning keeps what it gave. */
  sex: 'male' | 'female' | 'notKnown';
  birthDate: IsoDate;
  /** Absent where the return gives no valid code; the warning keeps what it gave. */
  ethnicity?: EthnicityCode;
  /** As given; `verified` only where its form and check letter are right. */
  upn?: { value: string; verified: boolean };
  /** UN1 to UN5, given in place of a UPN. */
  noUpnReason?: NoUpnCode;
  mother?: boolean;
  motherChildBirthDate?: IsoDate;
}

/** One episode of care under one legal status in one placement. Open where it has no end. */
export interface EpisodeRow {
  childId: string;
  start: IsoDate;
  reason?: EpisodeReasonCode;
  legalStatus: LegalStatusCode;
  need?: NeedCode;
  placement: PlacementCode;
  provider?: ProviderCode;
  end?: IsoDate;
  /** May stand without an end, as real returns have it; the episode is then still open, with a warning. */
  endReason?: EpisodeEndCode;
  placementChange?: PlacementChangeCode;
  /** As given. */
  homePostcode?: string;
  /** As given. */
  placementPostcode?: string;
  /** Ofsted's unique reference number of the placement, as given. */
  urn?: string;
}

/** One missing episode. Open where it has no end. */
export interface MissingRow {
  childId: string;
  /** Absent where the return gives no real date; the child's id alone then says who it is. */
  birthDate?: IsoDate;
  kind: 'missing' | 'away';
  nativeKind: MissingCode;
  start: IsoDate;
  end?: IsoDate;
}
