import type { Chance } from './chance.js';
import type { Partnership } from './people.js';

/** Codes of a payload: a wrong one is refused by its shape, before anybody decides. */
const coded = new Set([
  ...['outcome', 'reason', 'grade', 'decision', 'part', 'kind', 'how', 'policeView', 'of', 'instrument'],
  ...[
    'with',
    'alone',
    'category',
    'proposed',
    'learningDisability',
    'closureReason',
    'email',
    'startsAt',
    'endsAt',
    'role',
    'handling',
    'source',
    'information',
    'howKnown',
    'fromChild',
    'couldShow',
    'level',
    'fit',
    'identifier',
  ],
]);

/** A payload with one text emptied, one date long past, or one id of something else; its shape stays what it was. */
export function spoilt(payload: object, world: Partnership, chance: Chance): object {
  const texts = Object.entries(payload).filter(
    ([field, value]) => typeof value === 'string' && !coded.has(field),
  );
  if (texts.length === 0) return payload;
  const [field, value] = chance.of(texts);
  if (/^\d{4}-\d\d-\d\d/.test(value)) return { ...payload, [field]: `2001-01-01${value.slice(10)}` };
  const ids = [...world.records.keys(), world.nextId()];
  return { ...payload, [field]: field.endsWith('Id') ? chance.of(ids) : '' };
}
