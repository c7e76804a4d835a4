/**
 * The code lists of the children in need census, each with its short words.
 * Codes: the Standard Safeguarding Dataset and the open CIN census validation rules of Data to Insight.
 * Words: short forms for screens, not the collection's official text.
 */

/** ReferralSource: who referred the child to social care. */
export const REFERRAL_SOURCE_CODES = {
  '1A': 'Family member or carer',
  '1B': 'Acquaintance',
  '1C': 'The child',
  '1D': 'Another individual',
  '2A': 'School',
  '2B': 'Education services',
  '3A': 'General practitioner',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health services',
  '3E': 'Emergency department',
  '3F': 'Other health services',
  '4': 'Housing',
  '5A': 'Social care of this authority',
  '5B': 'Another department of this authority',
  '5C': 'Another local authority',
  '5D': 'Early help',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other, including voluntary bodies',
  '9': 'Anonymous',
  '10': 'Not known',
} as const;

/** PrimaryNeedCode: the main need; N0 to N9. */
export const PRIMARY_NEED_CODES = {
  N0: 'Not stated',
  N1: 'Abuse or neglect',
  N2: 'Disability or illness of the child',
  N3: 'Disability or illness of a parent',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Other than children in need',
} as const;

/** ReasonForClosure: why social care closed the episode. */
export const CLOSURE_CODES = {
  RC1: 'Adopted',
  RC2: 'Died',
  RC3: 'Child arrangements order',
  RC4: 'Special guardianship order',
  RC5: 'Transferred to another authority',
  RC6: 'Transferred to adult services',
  RC7: 'Other reason',
  RC8: 'No further action after assessment',
  RC9: 'Early help after assessment',
} as const;

const threefold = (number: number, words: string) => ({
  [`${number}A`]: `${words}: child`,
  [`${number}B`]: `${words}: parent or carer`,
  [`${number}C`]: `${words}: another in the household`,
});

/** AssessmentFactors: what an assessment found, several at once. 18A and 19A were retired and still occur. */
export const FACTOR_CODES: Readonly<Record<string, string>> = {
  ...threefold(1, 'Alcohol'),
  ...threefold(2, 'Drugs'),
  ...threefold(3, 'Domestic abuse'),
  ...threefold(4, 'Mental health'),
  ...threefold(5, 'Learning disability'),
  ...threefold(6, 'Physical disability or illness'),
  '7A': 'Young carer',
  '8B': 'Privately fostered: overseas, to return',
  '8C': 'Privately fostered: overseas, to stay',
  '8D': 'Privately fostered: on an education course',
  '8E': 'Privately fostered: away from family in this country',
  '8F': 'Privately fostered: other',
  '9A': 'Unaccompanied child seeking asylum',
  '10A': 'Going missing',
  '11A': 'Sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Neglect',
  '17A': 'Emotional abuse',
  '18A': 'Physical abuse (retired)',
  '18B': 'Physical abuse by another child',
  '18C': 'Physical abuse by an adult',
  '19A': 'Sexual abuse (retired)',
  '19B': 'Sexual abuse by another child',
  '19C': 'Sexual abuse by an adult',
  '20': 'Other',
  '21': 'No factors',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '24A': 'Criminal exploitation',
};

/** GenderCurrent of older censuses, and Sex of those from 2024-25. */
export const CENSUS_SEX_CODES = {
  '0': 'notKnown',
  '1': 'male',
  '2': 'female',
  '9': 'notKnown',
  M: 'male',
  F: 'female',
  U: 'notKnown',
} as const;

export type ReferralSourceCode = keyof typeof REFERRAL_SOURCE_CODES;
export type PrimaryNeedCode = keyof typeof PRIMARY_NEED_CODES;
export type ClosureCode = keyof typeof CLOSURE_CODES;
