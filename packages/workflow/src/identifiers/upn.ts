/** The letters of UPN checks in order of their value 0 to 22: no I, O or S. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Whether a UPN is well formed and its check letter right, and if not, why. */
export type UpnCheck = { valid: true; temporary: boolean } | { valid: false; reason: string };

/**
 * Checks a unique pupil number: check letter, twelve digits, the last of which is a letter in a temporary number.
 * Source: CIN census validation rules 1510 to 1560Q; the value of a temporary number's last letter
 * is its place in the same list.
 */
export function checkUpn(upn: string): UpnCheck {
  if (upn.length !== 13) return { valid: false, reason: `A UPN has 13 characters; this has ${upn.length}.` };
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) {
    return {
      valid: false,
      reason: 'A UPN is a capital letter, then 12 digits, the last of which may be a letter.',
    };
  }
  const last = upn.charAt(12);
  const temporary = last >= 'A';
  if (temporary && !CHECK_LETTERS.includes(last)) {
    return {
      valid: false,
      reason: `A temporary UPN never ends in ${last}: the letters I, O and S are not used.`,
    };
  }
  let sum = 13 * (temporary ? CHECK_LETTERS.indexOf(last) : Number(last));
  for (let place = 2; place <= 12; place += 1) sum += place * Number(upn.charAt(place - 1));
  const expected = CHECK_LETTERS.charAt(sum % 23);
  if (upn.charAt(0) === expected) return { valid: true, temporary };
  return { valid: false, reason: `The check letter of this UPN would be ${expected}, not ${upn.charAt(0)}.` };
}
