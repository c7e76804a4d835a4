/**
 * The code lists of the SSDA903 return, each with its short words.
 * Codes: the Standard Safeguarding Dataset and the open SSDA903 validation rules of Data to Insight; where the dataset
 * has no list the rule's number is given.
 * Words: short forms for screens, not the collection's official text.
 */

/** SEX: 1 male, 2 female (examples/README.md). */
export const SEX_CODES = { '1': 'male', '2': 'female' } as const;

/** ETHNIC: the DfE's 20 codes (Standard Safeguarding Dataset; CHNE is misprinted CNHE in one public specification). */
export const ETHNICITY_CODES = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  WOTH: 'Any other White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  CHNE: 'Chinese',
  AOTH: 'Any other Asian background',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  OOTH: 'Any other ethnic group',
  REFU: 'Declined to say',
  NOBT: 'Not yet known',
} as const;

/** RNE: why a new episode began (SSDA903 rule 143). */
export const EPISODE_REASON_CODES = {
  S: 'Started to be looked after',
  L: 'Change of legal status only',
  P: 'Change of placement and carer only',
  T: 'Change of placement with the same carer',
  B: 'Change of legal status, placement and carer',
  U: 'Change of legal status and placement with the same carer',
} as const;

/** LS: legal status (Standard Safeguarding Dataset). */
export const LEGAL_STATUS_CODES = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Accommodated under section 20',
  V3: 'Short breaks, single episodes',
  V4: 'Short breaks, agreement',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'On remand',
  J2: 'Detained under PACE',
  J3: 'Youth rehabilitation order',
} as const;

/** CIN: category of need (SSDA903 rule 145: N1 to N8; N0 and N9 belong to the CIN census). */
export const NEED_CODES = {
  N1: 'Abuse or neglect',
  N2: 'Disability of the child',
  N3: 'Parental illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
} as const;

/** PLACE: placement type (Standard Safeguarding Dataset; P3 by SSDA903 rule 146). */
export const PLACEMENT_CODES = {
  K1: 'Secure children\u2019s home',
  K2: 'Children\u2019s home',
  R1: 'Residential care home',
  R2: 'NHS or other health placement',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution',
  S1: 'Residential school',
  H5: 'Semi-independent accommodation',
  P1: 'With parents',
  P2: 'Independent living',
  P3: 'Residential employment',
  U1: 'Foster care with a relative or friend, long term',
  U2: 'Foster care with a relative or friend who may adopt',
  U3: 'Foster care with a relative or friend, other',
  U4: 'Foster care, long term',
  U5: 'Foster care with a carer who may adopt',
  U6: 'Foster care, other',
  A3: 'Placed for adoption by consent with the foster carer',
  A4: 'Placed for adoption by consent',
  A5: 'Placed for adoption by order with the foster carer',
  A6: 'Placed for adoption by order',
  T0: 'Temporary move',
  T1: 'Temporary: in hospital',
  T2: 'Temporary: on holiday',
  T3: 'Temporary: carer on holiday',
  T4: 'Temporary: seven days or less',
  Z1: 'Other placement',
} as const;

/** PLACE_PROVIDER: who provides the placement (Standard Safeguarding Dataset). */
export const PROVIDER_CODES = {
  PR0: 'Parent or person with parental responsibility',
  PR1: 'Own local authority',
  PR2: 'Another local authority',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary provision',
} as const;

/** REC: why the episode ended (SSDA903 rule 149). */
export const EPISODE_END_CODES = {
  X1: 'A new episode began the same day',
  E11: 'Adopted, unopposed',
  E12: 'Adopted, consent dispensed with',
  E2: 'Died',
  E3: 'Care taken over by another local authority',
  E4A: 'Returned home, planned',
  E4B: 'Returned home, unplanned',
  E13: 'Left to live with parents or relatives, no order',
  E41: 'Child arrangements order',
  E45: 'Special guardianship: foster carer, relative or friend',
  E46: 'Special guardianship: foster carer, other',
  E47: 'Special guardianship: other carer, relative or friend',
  E48: 'Special guardianship: other carer',
  E5: 'Independent living with support',
  E6: 'Independent living without formal support',
  E7: 'Residential care of adult services',
  E8: 'Ceased for another reason',
  E9: 'Sentenced to custody',
  E14: 'Remand ended',
  E15: 'Age assessed as 18 or over',
  E16: 'Moved abroad',
  E17: 'Stayed with the carers at 18',
} as const;

/** REASON_PLACE_CHANGE: why the placement changed (Standard Safeguarding Dataset). */
export const PLACEMENT_CHANGE_CODES = {
  CARPL: 'Care plan',
  CLOSE: 'Placement closed or carer resigned',
  ALLEG: 'Allegation',
  STAND: 'Standards of care',
  APPRR: 'Approval removed',
  CUSTOD: 'Custody arrangement',
  CREQB: 'Carer asked, for behaviour',
  CREQO: 'Carer asked, for another reason',
  CHILD: 'Child asked',
  LAREQ: 'Local authority asked',
  PLACE: 'Status of the placement only',
  OTHER: 'Other',
} as const;

/** MISSING: M missing from care, A away from placement without authorisation (Standard Safeguarding Dataset). */
export const MISSING_CODES = { M: 'missing', A: 'away' } as const;

export type EthnicityCode = keyof typeof ETHNICITY_CODES;
export type EpisodeReasonCode = keyof typeof EPISODE_REASON_CODES;
export type LegalStatusCode = keyof typeof LEGAL_STATUS_CODES;
export type NeedCode = keyof typeof NEED_CODES;
export type PlacementCode = keyof typeof PLACEMENT_CODES;
export type ProviderCode = keyof typeof PROVIDER_CODES;
export type EpisodeEndCode = keyof typeof EPISODE_END_CODES;
export type PlacementChangeCode = keyof typeof PLACEMENT_CHANGE_CODES;
export type MissingCode = keyof typeof MISSING_CODES;

/** Why a looked-after child has no UPN in a return: UN1 to UN5 of the SSDA903 return. */
export const NO_UPN_CODES = ['UN1', 'UN2', 'UN3', 'UN4', 'UN5'] as const;
export type NoUpnCode = (typeof NO_UPN_CODES)[number];
