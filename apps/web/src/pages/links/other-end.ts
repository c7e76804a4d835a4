import { identifierKinds, linkedIdentifiers } from '@mase/workflow/words';
import { birthWords } from '../../date-words.js';
import type { ListPage } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { endKindWords } from './link.js';
import { recordNamed } from './network-of.js';
import { type NamedRecord, readNamed, recordPasted } from './record-named.js';

interface Choice {
  value: string;
  text: string;
  hint?: { text: string };
}

interface FoundChild {
  id: string;
  name: string;
  birthDate?: string | null;
}

interface FoundCase {
  aboutId: string;
  name: string;
}

const choiceOf = ({ kind, id, name }: NamedRecord): Choice => ({
  value: `${kind}:${id}`,
  text: `${endKindWords(kind)}: ${name}`,
});

async function childrenCalled(visit: Visit, name: string): Promise<Choice[]> {
  const { body } = await visit.send<ListPage<FoundChild>>('/api/v1/children/search', { name });
  return body.items.map(({ id, name: called, birthDate }) => ({
    value: `child:${id}`,
    text: `Child: ${called}`,
    ...(birthDate ? { hint: { text: `Born ${birthWords(birthDate)}` } } : {}),
  }));
}

async function onTheBooks(
  visit: Visit,
  topic: 'person-cases' | 'location-cases',
  name: string,
): Promise<Choice[]> {
  const { body } = await visit.read<ListPage<FoundCase>>(`/api/v1/${topic}`, { limit: 100 });
  const kind = topic === 'person-cases' ? 'person' : 'location';
  return body.items
    .filter((one) => one.name?.toLowerCase().includes(name.toLowerCase()))
    .map((one) => ({ value: `${kind}:${one.aboutId}`, text: `${endKindWords(kind)}: ${one.name}` }));
}

/** The records that somebody looks for: by the address of a page, or by a name; of persons and places, those on the books. */
async function lookedFor(visit: Visit): Promise<Choice[]> {
  const find = visit.typed('find');
  if (!find) return [];
  const pasted = recordPasted(find);
  if (pasted) return [choiceOf(await readNamed(visit, pasted))];
  const [children, persons, places] = await Promise.all([
    childrenCalled(visit, find),
    onTheBooks(visit, 'person-cases', find),
    onTheBooks(visit, 'location-cases', find),
  ]);
  return [...children, ...persons, ...places];
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
