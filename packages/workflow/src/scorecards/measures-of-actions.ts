import type { Measure } from './measure.js';

/** Which actions are measured: what stands before their ids and counts, and what they are called. */
interface Actions {
  id: string;
  /** The name under which the database counts one of these. */
  count: (name: string) => string;
  name: (ending: string) => string;
  /** What they are, as a definition begins. */
  words: string;
}

/** What became of actions, by the agency of their owner. */
function measuresOfActions({ id, count, name, words }: Actions): Measure[] {
  const due = `${words} due in the period`;
  const share = (ending: string, counted: string, told: string, definition: string): Measure => ({
    ...{ id: `${id}${ending}`, name: name(told), definition: `${due} ${definition}`, unit: 'percent' },
    numerator: { count: count(counted), words: told },
    denominator: { count: count('actions'), words: 'actions due in the period' },
    by: 'as-written',
    owner: 'Chair',
  });
  return [
    share('on-time', 'onTime', 'done in time', 'that were done by their day.'),
    share('late', 'doneLate', 'done late', 'that were done after their day.'),
    {
      id: `${id}days-late`,
      name: name('average days late'),
      definition: `Local days from the day of an action to the day on which it was done, of ${words[0]?.toLowerCase()}${words.slice(1)} done late.`,
      unit: 'average',
      numerator: { count: count('daysLate'), isDays: true, words: 'days late in all' },
      denominator: { count: count('doneLate'), words: 'actions done late' },
      by: 'as-written',
      owner: 'Chair',
    },
    share('overdue', 'overdue', 'overdue', 'that had not ended by the day up to which it is known.'),
    share('not-done', 'notDone', 'not done', 'that ended as not done.'),
    share(
      'no-longer-possible',
      'noLongerPossible',
      'no longer possible',
      'that could not be done any more since circumstances changed; kept apart from not done.',
    ),
  ];
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** Actions of the plans of children. */
export const actionsOfPlans = measuresOfActions({
  id: '',
  count: (name) => name,
  name: capital,
  words: 'Actions of children’s plans',
});

/** Actions that sittings gave, and that are in no child’s plan. */
export const actionsOfSittings = measuresOfActions({
  id: 'given-',
  count: (name) => `given${capital(name)}`,
  name: (ending) => `Actions on persons, places, clusters and themes: ${ending}`,
  words: 'Actions that sittings gave on persons of concern, places, clusters and themes, on no child’s case,',
});
