import type { EthnicityCode, NoUpnCode } from '../ssda903/codes.js';
import type { IsoDate } from '../ssda903/rows.js';
import type { ClosureCode, PrimaryNeedCode, ReferralSourceCode } from './codes.js';

/** A child as the children in need census says. */
export interface CensusChildRow {
  /** The local authority's own id of the child, at most 20 characters. */
  childId: string;
  sex: 'male' | 'female' | 'notKnown';
  birthDate: IsoDate;
  ethnicity?: EthnicityCode;
  /** As given; `verified` only where its form and check letter are right. */
  upn?: { value: string; verified: boolean };
  noUpnReason?: NoUpnCode | 'UN6' | 'UN7';
  deathDate?: IsoDate;
}

/** One assessment of a referral; its factors count once it was authorised. */
export interface CensusAssessment {
  start?: IsoDate;
  authorised?: IsoDate;
  /** Codes of `FACTOR_CODES`, each once. */
  factors: string[];
}

/** One referral to social care, with the assessments that came of it. */
export interface CensusReferralRow {
  childId: string;
  referred: IsoDate;
  source?: ReferralSourceCode;
  need?: PrimaryNeedCode;
  closed?: IsoDate;
  closureReason?: ClosureCode;
  noFurtherAction?: boolean;
  assessments: CensusAssessment[];
}
