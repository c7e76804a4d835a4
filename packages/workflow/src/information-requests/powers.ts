/** The powers under which information is asked for and given, in the order in which a form offers them. */
export const sharingPowers = {
  'children-act-2004-10': 'Children Act 2004, sections 10 and 11 (co-operation and safeguarding)',
  'children-act-2004-16h': 'Children Act 2004, section 16H (information for safeguarding partners)',
  'children-act-1989-47': 'Children Act 1989, section 47 (help with enquiries)',
  'children-act-1989-27': 'Children Act 1989, section 27 (co-operation between authorities)',
  'crime-and-disorder-1998-115': 'Crime and Disorder Act 1998, section 115',
  'data-protection-2018-safeguarding':
    'Data Protection Act 2018, Schedule 1 paragraph 18 (safeguarding of children)',
  'common-law-policing': 'Common law power of the police to prevent and detect crime',
  'court-order': 'Order of a court',
  consent: 'Consent of whom it is about',
} as const;

/** The code of one of these powers. */
export type SharingPower = keyof typeof sharingPowers;

/** Every code of a power. */
export const sharingPowerCodes = Object.keys(sharingPowers) as SharingPower[];

/**
 * Whether these powers carry a disclosure to an agency of this kind. Crime and Disorder Act 1998, section 115 names
 * authorities: to a voluntary body acting in its own right another power must be recorded.
 */
export function powersCarry(powers: readonly SharingPower[], agencyKind: string): boolean {
  const others = powers.filter((one) => one !== 'crime-and-disorder-1998-115');
  return agencyKind === 'voluntary' ? others.length > 0 : powers.length > 0;
}
