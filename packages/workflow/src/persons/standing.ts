import { birthdayAt } from '../clocks/age.js';
import { localDate } from '../clocks/time-zone.js';
import type { WrittenIdentifier } from '../identifiers/identifier.js';
import type { Profile } from '../profile/profile.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import { adultOnHeld, type StrandRecordStanding } from '../strand-records/standing.js';

/** Ethnicity as the person says it: the sixteen groups and “not stated” that police record. */
export const selfDefinedEthnicities = {
  W1: 'White: British',
  W2: 'White: Irish',
  W9: 'White: any other',
  M1: 'Mixed: White and Black Caribbean',
  M2: 'Mixed: White and Black African',
  M3: 'Mixed: White and Asian',
  M9: 'Mixed: any other',
  A1: 'Asian: Indian',
  A2: 'Asian: Pakistani',
  A3: 'Asian: Bangladeshi',
  A9: 'Asian: any other',
  B1: 'Black: Caribbean',
  B2: 'Black: African',
  B9: 'Black: any other',
  O1: 'Chinese',
  O9: 'Any other group',
  NS: 'Asked, not stated',
} as const;
/** Ethnicity as an officer sees it. */
export const officerDefinedEthnicities = {
  IC1: 'White, north European',
  IC2: 'White, south European',
  IC3: 'Black',
  IC4: 'South Asian',
  IC5: 'Chinese, Japanese or South-East Asian',
  IC6: 'Arab or North African',
  IC9: 'Not known',
} as const;

/** The codes of either. */
export type SelfDefinedEthnicity = keyof typeof selfDefinedEthnicities;
export type OfficerDefinedEthnicity = keyof typeof officerDefinedEthnicities;
export const selfDefinedCodes = Object.keys(selfDefinedEthnicities) as SelfDefinedEthnicity[];
export const officerDefinedCodes = Object.keys(officerDefinedEthnicities) as OfficerDefinedEthnicity[];

export const personSexes = ['male', 'female', 'not-yet-known'] as const;
export const trusts = ['yes', 'no', 'not-yet-known'] as const;

/** What is told of a person; what is left out is not known yet. Nobody has to be identified. */
export interface PersonDescription {
  name?: string;
  aliases?: string[];
  birthDate?: string;
  /** In whole years, where no birth date is known; the person may be as young as the first. */
  ageFrom?: number;
  ageTo?: number;
  sex?: (typeof personSexes)[number];
  description?: string;
  ethnicitySelf?: SelfDefinedEthnicity;
  ethnicityOfficer?: OfficerDefinedEthnicity;
  /** In words; “asked, not said” is an answer. */
  nationality?: string;
  /** The kind of licence that the person holds: of a driver, of premises. */
  licence?: string;
  positionOfTrust?: (typeof trusts)[number];
  identifiers?: WrittenIdentifier[];
}

/** Details that are added or changed, and why. */
export interface RecordPersonDetailsPayload extends PersonDescription {
  reason: string;
}

/** Who a person of concern is, apart from any case. */
export interface PersonStanding extends StrandRecordStanding {
  birthDate: string | null;
  age: { from: number; to: number | null; on: string } | null;
  adultOn: string | null;
  sex: string | null;
  ethnicitySelf: SelfDefinedEthnicity | null;
  ethnicityOfficer: OfficerDefinedEthnicity | null;
  nationality: string | null;
  licence: string | null;
  positionOfTrust: string | null;
}

/** A person before anything is told. */
export const blankPerson: PersonStanding = {
  clocks: [],
  name: '',
  aliases: [],
  identifiers: [],
  cases: [],
  birthDate: null,
  age: null,
  adultOn: null,
  sex: null,
  ethnicitySelf: null,
  ethnicityOfficer: null,
  nationality: null,
  licence: null,
  positionOfTrust: null,
};

/** What stands in the place of a name where nobody knows it. */
export const unidentifiedPerson = 'Person not yet identified';

type When = { at: string; profile: Profile };

/** The day on which somebody is 18: by the birth date, else as an estimate has it at its youngest; null where neither is known. */
export function adultOnOf(
  { birthDate, ageFrom }: Pick<PersonDescription, 'birthDate' | 'ageFrom'>,
  { at, profile }: When,
): string | null {
  if (birthDate) return birthdayAt(birthDate, 18);
  if (ageFrom === undefined) return null;
  return birthdayAt(localDate(at, profile.timeZone), 18 - ageFrom);
}

/** What a case keeps of the person it is about. */
export function aboutOfPerson(
  person: PersonStanding | PersonDescription,
  when?: When,
): Omit<AboutNews, 'aboutId' | 'from'> {
  const adultOn = 'adultOn' in person ? adultOnHeld(person) : when ? adultOnOf(person, when) : null;
  return {
    name: person.name || unidentifiedPerson,
    adultOn,
    licensed: Boolean(person.licence),
  };
}

/** What is asked of every person and was not recorded yet; ethnicity and nationality count when they were asked. */
export function personGaps(person: PersonStanding): (keyof PersonDescription)[] {
  const gaps: [keyof PersonDescription, boolean][] = [
    ['name', person.name === unidentifiedPerson],
    ['birthDate', person.birthDate === null],
    ['sex', person.sex === null || person.sex === 'not-yet-known'],
    ['ethnicitySelf', person.ethnicitySelf === null],
    ['ethnicityOfficer', person.ethnicityOfficer === null],
    ['nationality', person.nationality === null],
    ['positionOfTrust', person.positionOfTrust === null || person.positionOfTrust === 'not-yet-known'],
  ];
  return gaps.filter(([, missing]) => missing).map(([field]) => field);
}

/** How many things are asked of every person. */
export const personAsked = 7;

/** That a person of concern is a child on the books as well: said by those who may read both, seen by nobody else. */
export interface RecordChildRolePayload {
  childId: string;
  reason: string;
}
