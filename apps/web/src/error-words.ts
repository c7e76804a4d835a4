import type { FieldFault } from './api-client.js';

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

/** Wording by the api's code. A code that is not here uses the api's own sentence. */
const words: Record<string, (name: FieldName, detail: string) => string> = {
  required: ({ ask, label }) => `${ask} ${label}`,
  isDefined: ({ ask, label }) => `${ask} ${label}`,
  isNotEmpty: ({ ask, label }) => `${ask} ${label}`,
  arrayNotEmpty: ({ label }) => `Select ${label}`,
  arrayMinSize: ({ label }) => `Select ${label}`,
  isIn: ({ label }) => `Select ${label}`,
  isEnum: ({ label }) => `Select ${label}`,
  isBoolean: ({ label }) => `Select ${label}`,
  isDateString: ({ label }) => `${upper(label)} must be a real date, like 26 11 2026`,
  isISO8601: ({ label }) => `${upper(label)} must be a real date, like 26 11 2026`,
  isEmail: ({ label }) => `${upper(label)} must be an email address, like name@example.com`,
  isInt: ({ label }) => `${upper(label)} must be a whole number`,
  isNumber: ({ label }) => `${upper(label)} must be a number`,
};

/** The field that a JSON pointer means: `/actions/0/due` is `actions-0-due`. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-').replaceAll('~1', '/').replaceAll('~0', '~');
}

function worded(field: string, name: FieldName, code: string, detail: string): ErrorWords {
  const text = words[code]?.(name, detail) ?? upper(detail);
  return { field, anchor: name.part ? `${field}-${name.part}` : field, text };
}

function nearest(field: string, fields: Fields): string | undefined {
  const parts = field.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('-');
    if (name in fields) return name;
  }
  return undefined;
}

/**
 * The api's faults in a form's own words, in the order of the form's fields, one for each field.
 * A fault of something the form does not ask stands without a field, in the api's words.
 */
export function errorWords(faults: FieldFault[], fields: Fields): ErrorWords[] {
  const found = new Map<string, ErrorWords>();
  const elsewhere: ErrorWords[] = [];
  for (const { pointer, code, detail } of faults) {
    const field = nearest(fieldOf(pointer), fields);
    const name = field === undefined ? undefined : fields[field];
    if (field === undefined || name === undefined) elsewhere.push({ text: upper(detail) });
    else if (!found.has(field)) found.set(field, worded(field, name, code, detail));
  }
  const ordered = Object.keys(fields).flatMap((name) => found.get(name) ?? []);
  return [...ordered, ...elsewhere];
}
