import { platformCodes, platforms } from '@mase/workflow/words';
import { enter, type Fields } from '../../error-words.js';
import type { FormValues } from '../../form-values.js';
import type { Visit } from '../../visit.js';
import type { End } from '../links/link.js';

/** Where each kind of identifier is typed: one a line. */
const identifierFields = [
  { name: 'phones', kind: 'phone', label: 'Phone numbers', hint: 'One on each line' },
  {
    name: 'vehicles',
    kind: 'vehicle',
    label: 'Vehicle registrations',
    hint: 'Whole ones, one on each line',
  },
  { name: 'addresses', kind: 'address', label: 'Addresses', hint: 'One on each line, the postcode last' },
  { name: 'nicknames', kind: 'nickname', label: 'Nicknames or street names', hint: 'One on each line' },
  { name: 'emails', kind: 'email', label: 'E-mail addresses', hint: 'One on each line' },
  { name: 'pncs', kind: 'pnc', label: 'PNC numbers', hint: 'One on each line, such as 2002/0073319Z' },
  { name: 'cros', kind: 'cro', label: 'CRO numbers', hint: 'One on each line, such as 012345/01Z' },
  {
    name: 'devices',
    kind: 'device',
    label: 'Handsets (IMEI)',
    hint: 'One on each line, 15 digits: dial *#06# on the handset to see them',
  },
  { name: 'nhsNumbers', kind: 'nhsNumber', label: 'NHS numbers', hint: 'One on each line, 10 digits' },
  { name: 'upns', kind: 'upn', label: 'Unique pupil numbers', hint: 'One on each line' },
] as const;

/** Numbers that few people know of anybody: a form for everybody shows them when they are asked for. */
const isNumber = (kind: string) => ['pnc', 'cro', 'device', 'nhsNumber', 'upn'].includes(kind);

/** A label within a sentence: its first letter small, but not that of PNC. */
const within = (label: string) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());

/** The rows for names that are used online. */
const handleRows = [0, 1, 2];

/** The places online as options. */
export const platformOptions = [
  { value: '', text: 'Choose where online' },
  ...platformCodes.map((value) => ({ value, text: platforms[value] })),
];

/** What a form with these fields asks for, field by field. */
export const identifierAsked: Fields = {
  ...Object.fromEntries(identifierFields.map(({ name, label }) => [name, enter(within(label))])),
  ...Object.fromEntries(handleRows.map((row) => [`handle-${row}`, enter('the user name')])),
};

/** What a form shows where identifiers are typed. */
export const identifierRows = {
  identifiers: identifierFields,
  common: identifierFields.filter(({ kind }) => !isNumber(kind)),
  numbers: identifierFields.filter(({ kind }) => isNumber(kind)),
  handles: handleRows.map((row) => ({
    platform: `platform-${row}`,
    name: `handle-${row}`,
    place: `Where online, ${row + 1}`,
    user: `User name there, ${row + 1}`,
  })),
  platforms: platformOptions,
};

/** Whether one of the numbers was typed that a form does not show before it is asked for. */
export const hasNumbers = (visit: Visit): boolean =>
  identifierRows.numbers.some(({ name }) => visit.typed(name) !== undefined);

/** What a form has in its fields where it begins with an identifier that is known already; nothing where it asks for none such. */
export function identifierFilled({ kind, name, node }: End): FormValues {
  const [, platform = '', ...user] = node.split(':');
  if (kind === 'handle') return { 'platform-0': platform, 'handle-0': user.join(':') };
  const field = identifierFields.find((one) => one.kind === kind);
  return field && name ? { [field.name]: name } : {};
}

/** What was typed as identifiers, with the field that each came from. */
function typedRows(
  visit: Visit,
): { field: string; body: { kind: string; text: string; platform?: string } }[] {
  const lines = identifierFields.flatMap(({ name, kind }) =>
    (visit.typed(name) ?? '')
      .split(/\r?\n/)
      .map((text) => text.trim())
      .filter(Boolean)
      .map((text) => ({ field: name, body: { kind, text } })),
  );
  const handles = handleRows.flatMap((row) => {
    const text = visit.typed(`handle-${row}`);
    const platform = visit.typed(`platform-${row}`);
    return text
      ? [{ field: `handle-${row}`, body: { kind: 'handle', text, ...(platform ? { platform } : {}) } }]
      : [];
  });
  return [...lines, ...handles];
}

/** The identifiers as the body of a submission. */
export const identifiersTyped = (visit: Visit) => typedRows(visit).map(({ body }) => body);

/** The field from which the identifier with this number was typed. */
export const identifierField = (visit: Visit, index: number): string | undefined =>
  typedRows(visit)[index]?.field;
