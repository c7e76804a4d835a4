import { listWords } from '@mase/documents';
import { ETHNICITY_CODES, LEGAL_STATUS_CODES, PLACEMENT_CODES } from '@mase/exchange';
import { type Concern, type Grade, type Profile, type Role, roleNames } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';

const kinds: { [kind in Concern]: string } = {
  sexual: 'Sexual exploitation',
  criminal: 'Criminal exploitation',
  trafficking: 'Trafficking',
  gang: 'Exploitation by a gang or group',
  online: 'Online exploitation',
  'harmful-behaviour': 'Harmful sexual behaviour',
};

/** A kind of exploitation in words. */
export function kindWords(kind: string): string {
  return kinds[kind as Concern] ?? labelOf(kind);
}

const certainties: { [code: string]: string } = {
  'none-known': 'None known',
  suspected: 'Suspected',
  confirmed: 'Confirmed',
};
const times: { [code: string]: string } = {
  current: 'current',
  'within-12-months': 'within 12 months',
  earlier: 'earlier',
};

/** How certain harm of a kind is, and when: "Suspected, within 12 months". */
export function harmWords({ certainty, time }: { certainty: string; time: string }): string {
  const sure = certainties[certainty] ?? certainty;
  return certainty === 'none-known' ? sure : `${sure}, ${times[time] ?? time}`;
}

/** A grade under its name in the area. */
export function gradeWords(grade: Grade, profile: Profile): string {
  return profile.grades[grade].name;
}

/** The roles of a person as one line. */
export function roleWords(roles: readonly Role[]): string | null {
  return listWords(roles.map((role) => roleNames[role] ?? labelOf(role))) || null;
}

function coded(codes: { readonly [code: string]: string }, value: string): string {
  const words = codes[value];
  return words ? `${words} (${value})` : value;
}

/** A legal status: the words of the return's code, with the code. */
export const legalStatusWords = (value: string) => coded(LEGAL_STATUS_CODES, value);
/** A placement: the words of the return's code, with the code. */
export const placementWords = (value: string) => coded(PLACEMENT_CODES, value);
/** An ethnicity: the words of the return's code. */
export const ethnicityWords = (value: string) =>
  (ETHNICITY_CODES as { [code: string]: string })[value] ?? value;
