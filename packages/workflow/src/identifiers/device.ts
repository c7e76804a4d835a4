import type { Reading } from './reading.js';

/** The fifteenth digit of an IMEI by the other fourteen. Source: 3GPP TS 23.003, annex B (Luhn). */
function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, place) => {
    const twice = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/**
 * Reads the number of a handset (IMEI) as 15 digits. Fourteen digits lack only the check digit; sixteen end in the version
 * of the software, which is left out.
 */
export function readDevice(text: string): Reading {
  const digits = text.replace(/[\s\-./]/g, '');
  if (!/^\d{14,16}$/.test(digits))
    return { fault: 'Enter the 15 digits of the handset (dial *#06# to see them).' };
  const value = digits.slice(0, 14) + checkDigit(digits.slice(0, 14));
  if (digits.length === 15 && digits !== value)
    return {
      fault: 'The last of these 15 digits does not check with the first 14: look at the number again.',
    };
  return { value };
}
