import { houseAtPostcode, readAddress, readPostcode, shownAddress } from './address.js';
import { readCro, readPnc } from './criminal-record.js';
import { readDevice } from './device.js';
import { emailBox, readEmail } from './email.js';
import { checkNhsNumber } from './nhs-number.js';
import { readNickname } from './nickname.js';
import { readPhone, shownPhone } from './phone.js';
import type { Reading } from './reading.js';
import { handleName, type Platform, readHandle, shownHandle } from './social-handle.js';
import { checkUpn } from './upn.js';
import { readRegistration, shownRegistration } from './vehicle-registration.js';

/** Every kind of identifier, as a person reads it. */
export const identifierKinds = {
  phone: 'Phone number',
  vehicle: 'Vehicle registration',
  handle: 'Social media name',
  address: 'Address',
  postcode: 'Postcode',
  nickname: 'Nickname or street name',
  email: 'E-mail address',
  device: 'Handset (IMEI)',
  pnc: 'PNC number',
  cro: 'CRO number',
  nhsNumber: 'NHS number',
  upn: 'Unique pupil number',
} as const;

/** The code of a kind. */
export type IdentifierKind = keyof typeof identifierKinds;

/** Every code of a kind. */
export const identifierKindCodes = Object.keys(identifierKinds) as IdentifierKind[];

/** An identifier in its one normal form: two that are equal are the same. */
export interface Identifier {
  kind: IdentifierKind;
  value: string;
}

/** An identifier as somebody wrote it. */
export interface WrittenIdentifier {
  kind: IdentifierKind;
  text: string;
  /** Where online, for the name somebody uses there. */
  platform?: Platform;
}

/** What is known of a kind: how it is read, how it is shown, and by what looser rule two may be one. */
interface KindRule {
  read: (text: string, context: { platform?: Platform; today: string }) => Reading;
  show?: (value: string) => string;
  /** What two that are not equal share where they may still be the same; null where it has none. */
  loose?: (value: string) => string | null;
}

function readNhsNumber(text: string): Reading {
  const check = checkNhsNumber(text.trim());
  return check.valid ? { value: check.digits } : { fault: check.reason };
}

function readUpn(text: string): Reading {
  const value = text.trim().toUpperCase();
  const check = checkUpn(value);
  return check.valid ? { value } : { fault: check.reason };
}

const rules: Record<IdentifierKind, KindRule> = {
  phone: { read: readPhone, show: shownPhone },
  vehicle: { read: readRegistration, show: shownRegistration },
  handle: {
    read: (text, { platform }) => readHandle(text, platform),
    show: shownHandle,
    loose: handleName,
  },
  address: { read: readAddress, show: shownAddress, loose: houseAtPostcode },
  postcode: { read: readPostcode },
  nickname: { read: readNickname },
  email: { read: readEmail, loose: emailBox },
  device: { read: readDevice },
  pnc: { read: (text, { today }) => readPnc(text, today) },
  cro: { read: readCro },
  nhsNumber: {
    read: readNhsNumber,
    show: (value) => `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`,
  },
  upn: { read: readUpn },
};

/** Marks of direction and joining, which telephones put around a number that is copied and nobody sees. */
const unseen = /\p{Cf}/gu;

/**
 * Reads what somebody wrote as an identifier in its normal form, or says in words what to do. Reading a normal form gives
 * the same again. `today` is a date, for years that were written with two digits.
 */
export function readIdentifier(
  { kind, text, platform }: WrittenIdentifier,
  today: string,
): { identifier: Identifier } | { fault: string } {
  const seen = text.replace(unseen, '');
  const reading = rules[kind].read(seen, { today, ...(platform ? { platform } : {}) });
  return 'fault' in reading ? reading : { identifier: { kind, value: reading.value } };
}

/** An identifier as it is read and said aloud: “07700 900123”, “AB12 CDE”, “@made_up on Snapchat”. */
export function shownIdentifier({ kind, value }: Identifier): string {
  return rules[kind].show?.(value) ?? value;
}

/** An identifier with what it is: “Phone number: 07700 900123”. */
export const identifierWords = (one: Identifier): string =>
  `${identifierKinds[one.kind]}: ${shownIdentifier(one)}`;

/**
 * An identifier for whoever may know that there is one and not which: its last two characters at most, and none of a
 * nickname, an address or a name used online.
 */
export function maskedIdentifier({ kind, value }: Identifier): string {
  const words = identifierKinds[kind];
  const tells = !['nickname', 'address', 'postcode', 'handle', 'email'].includes(kind) && value.length > 5;
  return tells ? `${words} ending ${value.slice(-2)}` : words;
}

/** Identifiers, each once, in the order in which they were first given. */
export function eachOnce(identifiers: readonly Identifier[]): Identifier[] {
  const seen = new Set<string>();
  return identifiers.filter(({ kind, value }) => {
    const key = `${kind} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What an identifier of a kind shares with one that is not equal and may still be the same; null where nothing. */
export function looseForm({ kind, value }: Identifier): string | null {
  return rules[kind].loose?.(value) ?? null;
}
