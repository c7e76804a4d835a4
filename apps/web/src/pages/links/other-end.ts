import { identifierKinds, linkedIdentifiers } from '@mase/workflow/words';
import { birthWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import { type Found, findRecords } from '../search/found.js';
import { endKindWords } from './link.js';
import { recordNamed } from './network-of.js';
import { type NamedRecord, readNamed, recordPasted } from './record-named.js';

/** A record as an option. */
export interface Choice {
  value: string;
  text: string;
  hint?: { text: string };
}

/** A record by its kind and name, as an option. */
export const choiceOf = ({ kind, id, name }: NamedRecord): Choice => ({
  value: `${kind}:${id}`,
  text: `${endKindWords(kind)}: ${name}`,
});

const hintOf = ({ birthDate, aliases }: Found): string =>
  [
    birthDate ? `Born ${birthWords(birthDate)}` : null,
    aliases.length > 0 ? `Also ${aliases.join(', ')}` : null,
  ]
    .filter(Boolean)
    .join('. ');

function foundChoice(found: Found): Choice {
  const { kind, id, name } = found;
  const hint = hintOf(found);
  return {
    value: `${kind}:${id}`,
    text: `${endKindWords(kind)}: ${name}`,
    ...(hint ? { hint: { text: hint } } : {}),
  };
}

/** The records that somebody looks for: by the address of a page, or by a name however it is spelt, a number or an identifier. */
export async function lookedFor(visit: Visit): Promise<Choice[]> {
  const find = visit.typed('find');
  if (!find) return [];
  const pasted = recordPasted(find);
  if (pasted) return [choiceOf(await readNamed(visit, pasted))];
  const { items } = await findRecords(visit, find, ['child', 'person', 'location']);
  return items.map(foundChoice);
}

/** What the other end may be: the record that was chosen or found, or an identifier that is typed in. */
export async function otherEnds(visit: Visit, from: string): Promise<Choice[]> {
  const named = recordNamed(visit.typed('other') ?? visit.query.to);
  const chosen = named ? [choiceOf(await readNamed(visit, named))] : [];
  const found = await lookedFor(visit);
  const known = new Set([from, ...chosen.map(({ value }) => value)]);
  return [
    ...chosen.filter(({ value }) => value !== from),
    ...found.filter(({ value }) => !known.has(value)),
    ...linkedIdentifiers.map((kind) => ({ value: kind, text: identifierKinds[kind] })),
  ];
}
