import { type ClassConstructor, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { isDay } from './day.js';
import { FreeText, shortestFreeText } from './language/free-text.js';

/** What the published schema says of a field besides its rules. */
const described = (schema: Parameters<typeof JSONSchema>[0]): PropertyDecorator =>
  JSONSchema(schema) as PropertyDecorator;

/** The one way in which ids are written: a UUID in lower case. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

function together(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

/** Whether a text is an instant with its offset from UTC, on a day between 1900 and 2199. */
export function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    instantPattern.test(value) &&
    isDay(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** The field may be left out; null is not leaving out. */
export const Optional = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

const proseWhere = (max: number): PropertyDecorator[] => (max >= shortestFreeText ? [FreeText()] : []);

/** Words: at least one character that is not a space, at most so many. Long ones are checked for language. */
export function Text(max: number): PropertyDecorator {
  const message = `Write 1 to ${max} characters.`;
  return together(
    IsString({ message }),
    Length(1, max, { message }),
    Matches(/\S/, { message }),
    ...proseWhere(max),
  );
}

/** A text for programs, such as a file of data: nobody speaks in it, and it is not checked for language. */
export const Code = (max: number): PropertyDecorator =>
  together(
    IsString({ message: `Write 1 to ${max} characters.` }),
    Length(1, max, { message: `Write 1 to ${max} characters.` }),
  );

/** Somebody's own words, kept as they were said: whatever stands in them counts as quoted. */
export const OwnWords = (max: number): PropertyDecorator => together(Text(max), FreeText('own'));

/** The id of a record. */
export function Id(): PropertyDecorator {
  return together(
    Matches(idPattern, { message: 'Give the id of a record: a UUID in lower case.' }),
    described({ type: 'string', format: 'uuid' }),
  );
}

/** Ids of records, each once. */
export function Ids(max: number): PropertyDecorator {
  return together(
    IsArray({ message: 'Give a list of ids.' }),
    ArrayMaxSize(max, { message: `Give at most ${max} ids.` }),
    ArrayUnique({ message: 'Give every id once.' }),
    Matches(idPattern, { each: true, message: 'Each is the id of a record: a UUID in lower case.' }),
  );
}

/** A day of the calendar, YYYY-MM-DD. */
export function Day(): PropertyDecorator {
  const message = 'Give a real date as YYYY-MM-DD.';
  return ValidateBy({ name: 'isDay', validator: { validate: isDay } }, { message });
}

/** An instant with its offset from UTC; kept in UTC, so that instants compare as text. */
export function Instant(): PropertyDecorator {
  const message = 'Give a real date and time with its offset, such as 2026-01-05T09:30:00Z.';
  return together(
    Transform(({ value }) => (isInstant(value) ? new Date(value).toISOString() : value)),
    ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }, { message }),
  );
}

/** A local time of day, HH:MM. */
export function TimeOfDay(): PropertyDecorator {
  return Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Give a time of day such as 09:00.' });
}

/** An address on the web that begins with https:, at most 300 characters. */
export function Link(): PropertyDecorator {
  return Matches(/^https:\/\/[^\s<>"'\\]{3,292}$/, { message: 'Give an address that begins with https://.' });
}

/** One of these words. */
export function OneOf(words: readonly string[]): PropertyDecorator {
  return together(
    IsIn(words, { message: `Choose one of: ${words.join(', ')}.` }),
    described({ type: 'string' }),
  );
}

/** Some of these words, each once. */
export function SomeOf(words: readonly string[], min = 1): PropertyDecorator {
  return together(
    IsArray({ message: 'Give a list.' }),
    ArrayMinSize(min, { message: `Give at least ${min}.` }),
    ArrayUnique({ message: 'Give each once.' }),
    IsIn(words, { each: true, message: `Each is one of: ${words.join(', ')}.` }),
  );
}

/** A query that names one or several: one is taken as a list of one. */
export const Listed = (): PropertyDecorator =>
  Transform(({ value }) => (value === undefined || Array.isArray(value) ? value : [value]));

/** A few words, each at most so long and given once; where some are wanted, so many at least. */
export function Texts(length: number, max: number, min = 0): PropertyDecorator {
  return together(
    IsArray({ message: 'Give a list.' }),
    ...(min > 0 ? [ArrayMinSize(min, { message: `Give at least ${min}.` })] : []),
    ArrayMaxSize(max, { message: `Give at most ${max}.` }),
    ArrayUnique({ message: 'Give each once.' }),
    IsString({ each: true, message: 'Each is text.' }),
    Length(1, length, { each: true, message: `Each is 1 to ${length} characters.` }),
    ...proseWhere(length),
  );
}

/** Yes or no. */
export const Truth = (): PropertyDecorator => IsBoolean({ message: 'Say true or false.' });

/** A whole number between two others, both included. */
export function Whole(min: number, max: number): PropertyDecorator {
  const message = `Give a whole number from ${min} to ${max}.`;
  return together(IsInt({ message }), Min(min, { message }), Max(max, { message }));
}

/** A coordinate in degrees, up to so many from zero. */
export function Degrees(max: number): PropertyDecorator {
  const message = `Give degrees from ${-max} to ${max}.`;
  return together(
    IsNumber({ allowNaN: false, allowInfinity: false }, { message }),
    Min(-max, { message }),
    Max(max, { message }),
  );
}

/** A whole number between two others, both included, or null. */
export function WholeOrNull(min: number, max: number): PropertyDecorator {
  const isOne = (value: unknown) =>
    value === null || (Number.isInteger(value) && Number(value) >= min && Number(value) <= max);
  return together(
    ValidateBy(
      { name: 'isWholeOrNull', validator: { validate: isOne } },
      { message: `Give a whole number from ${min} to ${max}, or null.` },
    ),
    described({ type: ['integer', 'null'] as never, minimum: min, maximum: max }),
  );
}

/** A part of the body with a class of its own. */
export function Part(shape: () => ClassConstructor<object>): PropertyDecorator {
  return together(IsObject({ message: 'Give an object.' }), ValidateNested(), Type(shape));
}

/** A list of parts, each with the same class. */
export function Parts(shape: () => ClassConstructor<object>, max: number, min = 0): PropertyDecorator {
  return together(
    IsArray({ message: 'Give a list.' }),
    ArrayMinSize(min, { message: `Give at least ${min}.` }),
    ArrayMaxSize(max, { message: `Give at most ${max}.` }),
    IsObject({ each: true, message: 'Each is an object.' }),
    ValidateNested({ each: true }),
    Type(shape),
  );
}

const mostFields = 30;

function isTextByField(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= mostFields &&
    entries.every(
      ([field, text]) => /^[A-Za-z]{1,40}$/.test(field) && typeof text === 'string' && text.length <= 20_000,
    )
  );
}

/** Texts by the name of their field, at most thirty; some of them may be somebody's own words. */
export function TextByField(ownWords: readonly string[] = []): PropertyDecorator {
  const message = `Give at most ${mostFields} fields by name, each with its text.`;
  return together(
    ValidateBy({ name: 'isTextByField', validator: { validate: isTextByField } }, { message }),
    FreeText((name) => (ownWords.includes(name) ? 'own' : 'author')),
  );
}

/** How the rules of our own are published. */
export const publishedRules = {
  isDay: { type: 'string', format: 'date' },
  isInstant: { type: 'string', format: 'date-time' },
  isWholeOrNull: {},
  isTextByField: {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 20_000 },
    maxProperties: mostFields,
  },
} as const;
