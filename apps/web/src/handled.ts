import { select } from './error-words.js';
import { agencyWords, readPeople } from './people.js';
import type { Visit } from './visit.js';

/** The fields that say who may know of something as it is recorded. */
export const handledFields = {
  handling: select('how it is handled'),
  readers: select('who reads it'),
};

/** What was chosen, as a part of a command's body. */
export function handledTyped(visit: Visit): object {
  const handling = visit.typed('handling');
  return handling === 'C' ? { handling, readers: visit.typedList('readers') ?? [] } : { handling };
}

/** Whether those who read it are still to be chosen: they are shown once it is handled with conditions. */
export const asksReaders = (visit: Visit): boolean =>
  visit.typed('handling') === 'C' && (visit.typedList('readers') ?? []).length === 0;

/** What the form offers to choose from; people where it is handled with conditions. */
export async function handledModel(visit: Visit, withConditions = visit.typed('handling') === 'C') {
  const people = withConditions ? await readPeople(visit) : [];
  return {
    handlings: [
      { value: 'P', text: 'Known to all whom the rules name' },
      { value: 'C', text: 'With conditions: known to the supervisor, to you and to those named alone' },
    ],
    readers: people.map((one) => ({ value: one.id, text: one.name, hint: { text: agencyWords(one) } })),
  };
}
