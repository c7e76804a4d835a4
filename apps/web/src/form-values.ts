import { localDay } from './date-words.js';

/** A form's fields by name, as a browser sends them. */
export type FormValues = Record<string, string | string[] | undefined>;

/** What a person typed: the posted fields without our own hidden ones, which begin with an underscore. */
export function formValues(body: Record<string, unknown>): FormValues {
  const typed = Object.entries(body).filter(
    ([name, value]) => !name.startsWith('_') && (typeof value === 'string' || Array.isArray(value)),
  );
  return Object.fromEntries(typed) as FormValues;
}

/** One field's text, trimmed; nothing when blank. The last value counts when there are several. */
export function typedText(form: FormValues, name: string): string | undefined {
  const value = form[name];
  const text = Array.isArray(value) ? value.at(-1) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** A field's values as a list without blanks; nothing when there are none. */
export function typedList(form: FormValues, name: string): string[] | undefined {
  const given = [form[name] ?? []].flat().filter((value) => value.trim() !== '');
  return given.length > 0 ? given : undefined;
}

/** The date in `<name>-day`, `-month` and `-year` as YYYY-MM-DD; joined as typed when they are no numbers; nothing when all are blank. */
export function typedDate(form: FormValues, name: string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedText(form, `${name}-${part}`) ?? '');
  if (!day && !month && !year) return undefined;
  return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/**
 * The date and `<name>-time` (10:05) as an instant with London's offset at that time.
 * What was typed, joined, when it is no moment; nothing when all parts are blank.
 */
export function typedMoment(form: FormValues, name: string): string | undefined {
  const date = typedDate(form, name);
  const time = typedText(form, `${name}-time`);
  if (!date && !time) return undefined;
  const local = `${date ?? ''}T${(time ?? '').replace('.', ':').padStart(5, '0')}:00`;
  const instant = new Date(`${local}Z`);
  return Number.isNaN(instant.getTime()) ? local : `${local}${londonOffset(instant)}`;
}

/**
 * The date of a date-input as the instant at which that day begins in London; what was typed when it is no date.
 * Nothing when it is blank, or when it is the day of `now`: what is given without an instant happens now.
 */
export function typedDay(form: FormValues, name: string, now: Date): string | undefined {
  const date = typedDate(form, name);
  if (!date || date === localDay(now.toISOString())) return undefined;
  const midnight = new Date(`${date}T00:00:00Z`);
  return isRealDay(date) ? `${date}T00:00:00${londonOffset(midnight)}` : date;
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isRealDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function londonOffset(local: Date): string {
  const offset = (at: Date): string => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      timeZoneName: 'longOffset',
    }).formatToParts(at);
    return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  };
  const guess = offset(local);
  return offset(new Date(`${local.toISOString().slice(0, 19)}${guess}`));
}
