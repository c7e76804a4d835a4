import type { Visit } from '../../visit.js';

/** A case that was chosen for a pack: its id and its reference, by which it is told. */
export interface ChosenCase {
  id: string;
  reference: string;
}

/** One chosen case as a value of a form: no page has to read it again to name it. */
export const chosenValue = ({ id, reference }: ChosenCase): string => `${id} ${reference}`;

/** The cases that were ticked, each once, in the order in which they were. */
export function chosenCases(visit: Visit): ChosenCase[] {
  const ticked = [visit.query.cases ?? []].flat();
  const values = [...new Set([...(visit.typedList('cases') ?? ticked)])];
  return values.flatMap((value) => {
    const [id = '', reference = ''] = value.split(' ');
    return id && reference ? [{ id, reference }] : [];
  });
}
