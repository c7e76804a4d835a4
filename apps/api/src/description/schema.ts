import {
  grades,
  handlingCodeCodes,
  handlingConditionCodes,
  informationGradeCodes,
  sourceGradeCodes,
} from '@mase/workflow';

/** A JSON schema as the published description holds it. */
export type Schema = { [keyword: string]: unknown };

/** Fields of an object by their names. */
export type Fields = { [name: string]: Schema };

/** Words, with what they say where that is not plain. */
export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description ? { description } : {}),
});
export const id: Schema = { type: 'string', format: 'uuid' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const day: Schema = { type: 'string', format: 'date' };
export const whole: Schema = { type: 'integer' };
export const truth: Schema = { type: 'boolean' };

/** One of these words. */
export const oneOf = (...words: readonly string[]): Schema => ({ type: 'string', enum: [...words] });

/** A grade of risk. */
export const grade: Schema = oneOf(...grades);

/** A value that may be null. */
export const maybe = (schema: Schema): Schema =>
  typeof schema.type === 'string' && schema.enum === undefined
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

/** A list. */
export const list = (items: Schema): Schema => ({ type: 'array', items });

/** A named schema of the description. */
export const named = (name: string): Schema => ({ $ref: `${name}#` });

/** Values by a name that is not known beforehand. */
export const byName = (values: Schema | true = true): Schema => ({
  type: 'object',
  additionalProperties: values,
});

/** An object with exactly these fields; those in `may` can be left out. */
export function object(fields: { [name: string]: Schema }, may: { [name: string]: Schema } = {}): Schema {
  return {
    type: 'object',
    properties: { ...fields, ...may },
    required: Object.keys(fields),
    additionalProperties: false,
  };
}

/** An object with at least these fields: more may come. */
export const open = (fields: { [name: string]: Schema }): Schema => ({
  type: 'object',
  properties: fields,
  required: Object.keys(fields),
});

/** The version that a change of a record names. */
export const etag: Schema = text('The version, for If-Match');

/** What is due on a record and why then, for those who read the whole of it. */
export const dueDates: Schema = list(named('DueDate'));

/** What the view of a record says of others that hang on it or name it: a request on a case, a link of a child, a measure on a place. */
export const begins: Schema = {
  ...list(named('Allowed')),
  description: 'What may be begun on the record: commands that make another',
};

/** What the view of every record says beside its own fields: its version for a change, what may be asked of it, what was written. */
export const shown: Fields = {
  etag,
  clocks: dueDates,
  allowed: list(named('Allowed')),
  written: list(named('Written')),
  names: named('Names'),
};

/** The 3x5x2 grade of intelligence: source, information, handling and the conditions of that. */
export const gradeOfIntelligence: Fields = {
  source: oneOf(...sourceGradeCodes),
  information: oneOf(...informationGradeCodes),
  handling: oneOf(...handlingCodeCodes),
  conditions: list(oneOf(...handlingConditionCodes)),
};

/** The same with its words. */
export const gradeInWords: Fields = {
  ...gradeOfIntelligence,
  words: text('The grade as it is printed: 1 A P'),
};

/** How many workers a child has had, beside what hangs on its case. */
export const workersHad: Schema = {
  ...maybe(whole),
  description: 'How many workers the child has had; null for those who do not read it',
};

/** One page of a list. */
export const page = (items: Schema, beside: { [name: string]: Schema } = {}): Schema =>
  object({
    items: list(items),
    next: maybe(text('The cursor of the next page; null on the last')),
    ...beside,
  });
