/** Whether an NHS number is right, then as its ten digits, and if not, why. */
export type NhsNumberCheck = { valid: true; digits: string } | { valid: false; reason: string };

/**
 * Checks an NHS number written as ten digits or as 3-3-4 with spaces or hyphens: the first nine times 10 to 2,
 * modulo 11, from 11; 11 counts as 0 and 10 is never issued (NHS Data Dictionary). One digit ten times is a placeholder.
 */
export function checkNhsNumber(value: string): NhsNumberCheck {
  if (!/^(\d{10}|\d{3}[ -]\d{3}[ -]\d{4})$/.test(value)) {
    return { valid: false, reason: 'An NHS number has ten digits, written together or as 3-3-4.' };
  }
  const digits = value.replace(/[ -]/g, '');
  if (/^(\d)\1{9}$/.test(digits)) {
    return { valid: false, reason: 'One digit ten times is a placeholder, not an NHS number.' };
  }
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += (10 - place) * Number(digits.charAt(place));
  const expected = (11 - (sum % 11)) % 11;
  if (expected === Number(digits.charAt(9))) return { valid: true, digits };
  return { valid: false, reason: 'The last digit of this NHS number does not check with the first nine.' };
}
