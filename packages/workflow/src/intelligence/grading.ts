/** How reliable the source of a report is: the first of the three parts of 3x5x2. */
export const sourceGrades = {
  '1': '1 – reliable',
  '2': '2 – untested',
  '3': '3 – not reliable',
} as const;

/** How the source knows it: the second part. */
export const informationGrades = {
  A: 'A – known directly to the source',
  B: 'B – known indirectly, and corroborated',
  C: 'C – known indirectly',
  D: 'D – not known how',
  E: 'E – suspected to be false',
} as const;

/** How it may be handled: the third part. */
export const handlingCodes = {
  P: 'P – lawful sharing is permitted',
  C: 'C – lawful sharing is permitted with conditions',
} as const;

/** The conditions that go with handling C. Source: College of Policing, Intelligence report (3x5x2). */
export const handlingConditions = {
  A1: 'A1 – covert development only',
  A2: 'A2 – covert use only',
  A3: 'A3 – overt use',
  S1: 'S1 – may be sanitised by whoever holds it',
  S2: 'S2 – consult the originator before it is sanitised or passed on',
} as const;

/** Whether anything about a report is for covert development or covert use alone: nothing of it is done openly. */
export const isCovert = (conditions: readonly string[]): boolean =>
  conditions.some((one) => one === 'A1' || one === 'A2');

export type SourceGrade = keyof typeof sourceGrades;
export type InformationGrade = keyof typeof informationGrades;
export type HandlingCode = keyof typeof handlingCodes;
export type HandlingCondition = keyof typeof handlingConditions;

/** Every code of each part. */
export const sourceGradeCodes = Object.keys(sourceGrades) as SourceGrade[];
export const informationGradeCodes = Object.keys(informationGrades) as InformationGrade[];
export const handlingCodeCodes = Object.keys(handlingCodes) as HandlingCode[];
export const handlingConditionCodes = Object.keys(handlingConditions) as HandlingCondition[];

/** A report's grade: what police say of source, information and handling. */
export interface IntelligenceGrade {
  source: SourceGrade;
  information: InformationGrade;
  handling: HandlingCode;
  conditions: HandlingCondition[];
}

/** A grade as it is printed beside what it grades: “1 A P”, “2 C C (A1, S2)”. Nothing ungraded is printed as fact. */
export function gradeWords({ source, information, handling, conditions }: IntelligenceGrade): string {
  const more = conditions.length > 0 ? ` (${conditions.join(', ')})` : '';
  return `${source} ${information} ${handling}${more}`;
}
