import type { Measure } from './measure.js';

/** A measure that is a plain number: what is counted is what it is called. */
export const number = (
  id: string,
  count: string,
  name: string,
  definition: string,
  more: Partial<Measure> & Pick<Measure, 'owner'>,
): Measure => ({
  ...{ id, name, definition, unit: 'number', numerator: { count, words: name.toLowerCase() } },
  ...more,
});
