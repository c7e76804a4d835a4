import { statusLines } from '../children/about.js';

/** What a table of the population counts children by: of the last two a child may be in none, of the last in several. */
export const characteristics = ['sex', 'age', 'ethnicity', 'legal-status', 'vulnerability'] as const;
/** One of these. */
export type Characteristic = (typeof characteristics)[number];

/** Ages in whole years, both included, as the cohort is counted by. */
export const ageBands: readonly { group: string; from: number; to: number }[] = [
  { group: '10 and under', from: 0, to: 10 },
  { group: '11 to 12', from: 11, to: 12 },
  { group: '13 to 15', from: 13, to: 15 },
  { group: '16 to 17', from: 16, to: 17 },
];

/** The ethnic groups of the Department for Education's returns, but for those not told. */
export const ethnicGroups = [
  ...(['WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH'] as const),
  ...(['AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'OOTH'] as const),
] as const;

const listed: { readonly [characteristic in Characteristic]?: readonly string[] } = {
  sex: ['female', 'male'],
  age: ageBands.map(({ group }) => group),
  ethnicity: ethnicGroups,
  vulnerability: statusLines,
};

/** Why a group is none of its characteristic; undefined where it is one. Legal statuses are codes of the SSDA903 return. */
export function groupFault(characteristic: Characteristic, group: string): string | undefined {
  const groups = listed[characteristic];
  if (groups) return groups.includes(group) ? undefined : `Choose one of: ${groups.join(', ')}.`;
  return /^[A-Z]\d$/.test(group) ? undefined : 'Give a legal status as the return codes it, such as C2.';
}

/** Whether every child is in one of its groups: then they add up, and the rest of a group are the others. */
export const isWhole = (characteristic: Characteristic): boolean =>
  characteristic !== 'legal-status' && characteristic !== 'vulnerability';
