import type { FieldFault } from './api-client.js';
import type { FormValues } from './form-values.js';

/** How a field is called in error messages, and the word that asks for it. */
export interface FieldName {
  label: string;
  ask: 'Enter' | 'Select';
  /** The part of the field that a link to it should reach, when the field has several. */
  part?: string;
}

/** Fields by name. */
export type Fields = Record<string, FieldName>;

/** A typed field: `enter('the reasons')` asks "Enter the reasons". */
export function enter(label: string): FieldName {
  return { label, ask: 'Enter' };
}

/** A chosen field: `select('an outcome')` asks "Select an outcome". */
export function select(label: string): FieldName {
  return { label, ask: 'Select' };
}

/** A date-input: `enterDate('the date of the visit')`. */
export function enterDate(label: string): FieldName {
  return { label, ask: 'Enter', part: 'day' };
}

/** One message, where it belongs: the field's name, or nothing when it belongs to no field of the form. */
export interface ErrorWords {
  field?: string;
  /** The id that the error summary links to; the field's name when missing. */
  anchor?: string;
  text: string;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Codes of the api's shape checks, whose sentences name a property and not a field. */
const shape = /^(is[A-Z]|array[A-Z]|matches$|minLength$|maxLength$|min$|max$)/;

const realDate = (label: string): string => `${upper(label)} must be a real date, like 26 11 2026`;

/** Wording by the api's code, where the property's own sentence with the field's name would not do. */
const words: Record<string, (name: FieldName) => string> = {
  isNotEmpty: ({ ask, label }) => `${ask} ${label}`,
  isIn: ({ label }) => `Select ${label}`,
  isEnum: ({ label }) => `Select ${label}`,
  isUuid: ({ label }) => `Select ${label}`,
  isBoolean: ({ label }) => `Select ${label}`,
  isArray: ({ label }) => `Select ${label}`,
  arrayNotEmpty: ({ label }) => `Select ${label}`,
  arrayMinSize: ({ label }) => `Select ${label}`,
  isDay: ({ label }) => realDate(label),
  isInstant: ({ label }) => realDate(label),
  isDateString: ({ label }) => realDate(label),
  isIso8601: ({ label }) => realDate(label),
  isISO8601: ({ label }) => realDate(label),
  isEmail: ({ label }) => `${upper(label)} must be an email address, like name@example.com`,
  isInt: ({ label }) => `${upper(label)} must be a whole number`,
};

/** The field that a JSON pointer means: `/actions/0/due` is `actions-0-due`. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-').replaceAll('~1', '/').replaceAll('~0', '~');
}

function worded(field: string, name: FieldName, fault: FieldFault, form: FormValues): ErrorWords {
  return {
    field,
    anchor: name.part ? `${field}-${name.part}` : field,
    text: sentence(name, fault, isBlank(field, form)),
  };
}

function sentence(name: FieldName, { code, detail }: FieldFault, blank: boolean): string {
  if (!shape.test(code)) return upper(detail);
  if (blank) return `${name.ask} ${name.label}`;
  return words[code]?.(name) ?? upper(detail.replace(/^\S+/, name.label));
}

function isBlank(field: string, form: FormValues): boolean {
  const parts = Object.keys(form).filter((key) => key === field || key.startsWith(`${field}-`));
  return parts.every((key) => [form[key] ?? ''].flat().join('').trim() === '');
}

function nearest(field: string, fields: Fields): string | undefined {
  const parts = field.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('-');
    if (name in fields) return name;
  }
  return undefined;
}

/** The id that a link to a field should reach: its own, or that of its first part. */
export function anchorOf(field: string, fields: Fields): string {
  const part = fields[nearest(field, fields) ?? '']?.part;
  return part ? `${field}-${part}` : field;
}

/**
 * The api's faults in a form's own words, in the order of the form's fields, one for each field.
 * A field left blank is asked for, whatever the check that it failed. A fault of something the form does not ask stands without a field, in the api's words.
 */
export function errorWords(
  faults: (FieldFault & { field?: string | undefined })[],
  fields: Fields,
  form: FormValues,
): ErrorWords[] {
  const found = new Map<string, ErrorWords>();
  const elsewhere: ErrorWords[] = [];
  for (const fault of faults) {
    const field = nearest(fault.field ?? fieldOf(fault.pointer), fields);
    const name = field === undefined ? undefined : fields[field];
    if (field === undefined || name === undefined) elsewhere.push({ text: upper(fault.detail) });
    else if (!found.has(fault.field ?? field))
      found.set(fault.field ?? field, worded(fault.field ?? field, name, fault, form));
  }
  const order = Object.keys(fields);
  const place = ({ field = '' }: ErrorWords): number => order.indexOf(nearest(field, fields) ?? '');
  return [...[...found.values()].sort((one, other) => place(one) - place(other)), ...elsewhere];
}
