import { findNamesAround, type NameAround, type Tx } from '@mase/store';
import type { ChildCaseStanding, ChildDescription, RecordAboutMePayload } from '@mase/workflow';
import type { Pseudonym } from './pseudonyms.js';
import type { ReadJourney } from './read-journey.js';
import { isEveryday } from './short-names.js';

const kindWords: { [kind: string]: string } = {
  agency: 'Agency',
  person: 'Person',
  location: 'Place',
  child: 'Another child',
  identifier: 'Account or number',
};

/** Whom a child names as somebody to trust, or to speak for him or her: the name is looked for in every word. */
const namedByChild: readonly [keyof RecordAboutMePayload, string][] = [
  ['trustedAdult', 'Trusted adult'],
  ['advocate', 'Advocate'],
  ['specialist', 'Specialist'],
];

/** Gives each of several the same number wherever it comes up, by what tells it apart. */
function numbered(words: string): (key: string) => string {
  const known = new Map<string, number>();
  return (key) => {
    const number = known.get(key.toLowerCase()) ?? known.size + 1;
    known.set(key.toLowerCase(), number);
    return `${words} ${number}`;
  };
}

/**
 * The names that the records of these cases know, each with what stands in its place on every page of one pack: the
 * children by their place in it, carers, whoever wrote or is named, whom links join with the children, agencies, and the
 * partnership itself. Somebody who comes up in two cases is called the same in both, under each of his or her names.
 */
export async function packNames(
  tx: Tx,
  read: readonly ReadJourney[],
  partnership: string,
): Promise<Pseudonym[]> {
  const childIds = [...new Set(read.map(({ childId }) => childId))];
  const childOf = (id: string) => `Child ${childIds.indexOf(id) + 1}`;
  const around = await findNamesAround(tx, childIds);
  const carer = numbered('Carer');
  const professional = numbered('Professional');
  return [
    ...read.flatMap((one) => ownNames(one).map((name) => ({ name, instead: childOf(one.childId) }))),
    ...knownAround(around, childIds),
    ...read.flatMap(({ carers }) =>
      carers.flatMap(({ name, reached }) => [
        { name, instead: carer(name) },
        ...reached.map((one): Pseudonym => ({ name: one, instead: 'address', whole: true })),
      ]),
    ),
    ...trusted(read),
    ...read.flatMap((one) => peopleIn(one).map((name) => ({ name, instead: professional(name) }))),
    { name: partnership, instead: 'Partnership', whole: true },
  ];
}

/** What a child is called, and the case: as the record has it, and as whoever referred him or her wrote it. */
function ownNames({ sources }: ReadJourney): string[] {
  const { name, reference } = sources.opened.record.standing as ChildCaseStanding;
  const { chosenName } = (sources.aboutMe ?? {}) as RecordAboutMePayload;
  const told = sources.entries.flatMap(({ body }) => {
    const { firstName, lastName, chosenName: called } = (body as { child?: ChildDescription }).child ?? {};
    return [firstName, lastName, called].filter((one) => one !== undefined);
  });
  const known = sources.entries.flatMap(({ body }) => (body as { childName?: string }).childName ?? []);
  return [name, reference, ...(chosenName ? [chosenName] : []), ...known, ...told];
}

/** Of words such as "Aunt Maddie, who lives next door" those that are a name. */
const namesIn = (words: string): string[] =>
  (words.match(/\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu) ?? []).filter((one) => !isEveryday(one));

/** Those whom the children trust and who speak for them, as they are named in words of all kinds. */
function trusted(read: readonly ReadJourney[]): Pseudonym[] {
  const called = new Map(namedByChild.map(([field, words]) => [field, numbered(words)]));
  return read.flatMap(({ sources }) => {
    const me = (sources.aboutMe ?? {}) as RecordAboutMePayload;
    return namedByChild.flatMap(([field]) => {
      return namesIn(me[field] ?? '').map((name) => ({ name, instead: called.get(field)?.(name) ?? 'name' }));
    });
  });
}

function peopleIn({ sources }: ReadJourney): string[] {
  const by = sources.entries.flatMap(({ body }) => (body as { by?: string }).by ?? []);
  return [...new Set([...Object.values(sources.opened.names), ...by])];
}

/** Each record under one name, however many it has; children of the pack under theirs. */
function knownAround(around: readonly NameAround[], childIds: readonly string[]): Pseudonym[] {
  const called = new Map<string, (key: string) => string>();
  return around.map(({ kind, id, name }) => {
    const number = called.get(kind) ?? numbered(kindWords[kind] ?? 'Name');
    called.set(kind, number);
    const place = kind === 'child' ? childIds.indexOf(id) : -1;
    const instead = place >= 0 ? `Child ${place + 1}` : number(kind === 'identifier' ? name : id);
    return { name, instead, ...(kind === 'person' || kind === 'child' ? {} : { whole: true }) };
  });
}
