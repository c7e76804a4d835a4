import { createHmac, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/**
 * The one-time codes of an account (RFC 6238: SHA-1, six digits, thirty seconds, as every authenticator app reads them).
 * The secret follows from the api's key and a salt: the database alone holds no secret.
 */
export function oneTimeCodes(key: Buffer, salt: Buffer, label: string): TOTP {
  const bytes = createHmac('sha256', key).update('one-time code ').update(salt).digest().subarray(0, 20);
  return new TOTP({
    issuer: 'MASE',
    label,
    secret: new Secret({ buffer: new Uint8Array(bytes).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
}

/** The time step whose code this is, at most one before or after the instant; null where it is none's. */
export function stepOf(codes: TOTP, code: string, nowMs: number): number | null {
  const delta = codes.validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? null : Math.floor(nowMs / 30_000) + delta;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A code that people can copy, in groups of four letters and digits of twenty random bits each. */
export function newWrittenCode(groups: 4 | 6): string {
  const text = [...randomBytes(groups * 4)].map((byte) => letters[byte & 31]).join('');
  return inGroups(text);
}

/** A written code as it was given out, however it was typed; null where it is none. */
export function writtenCode(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return /^([A-Z2-7]{16}|[A-Z2-7]{24})$/.test(text) ? inGroups(text) : null;
}

const inGroups = (text: string): string => (text.match(/.{4}/g) as string[]).join('-');
