import { type chairsActions, grades, labelOf } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import { gradeName } from '../code-words.js';

/** Two agencies are asked at the least; there is room for a third. */
const consultedRows = [0, 1, 2];

const rowOf = (index: number) => ({
  number: index + 1,
  agency: `consulted-${index}-agency`,
  name: `consulted-${index}-name`,
  at: `consulted-${index}-at`,
  time: `consulted-${index}-at-time`,
  said: `consulted-${index}-said`,
});

const rowFields = Object.fromEntries(
  consultedRows.flatMap((index) => [
    [`consulted-${index}-agency`, enter('the agency')],
    [`consulted-${index}-name`, enter('who was consulted')],
    [`consulted-${index}-at`, enterDate('when that was')],
    [`consulted-${index}-said`, enter('what was said')],
  ]),
);

function consulted(visit: Visit) {
  return consultedRows.flatMap((index) => {
    const { agency, name, at, said } = rowOf(index);
    const one = {
      agency: visit.typed(agency),
      name: visit.typed(name),
      at: visit.typedMoment(at),
      said: visit.typed(said),
    };
    return Object.values(one).some(Boolean) ? [one] : [];
  });
}

function actions(visit: Visit) {
  const what = visit.typed('what');
  return what ? [{ what, ownerId: visit.typed('ownerId'), due: visit.typedDate('due') }] : undefined;
}

const choices: { value: (typeof chairsActions)[number]; text: string }[] = [
  { value: 'raise-grade', text: 'Raise the grade' },
  { value: 'change-plan', text: 'Ask for another plan' },
  { value: 'add-actions', text: 'Give an action' },
  { value: 'escalate', text: 'Escalate it' },
];

/** Chair’s action between sittings: what is done to raise protection, who was consulted, why it cannot wait. */
export const page = casePage({
  verb: 'take-chairs-action',
  fields: {
    did: select('what you do'),
    reasons: enter('why it cannot wait for the sitting'),
    grade: select('the grade'),
    what: enter('the action'),
    ownerId: select('the owner'),
    due: enterDate('the date by which it is due'),
    escalatedTo: enter('to whom it is escalated'),
    ...rowFields,
  },
  // What is said of all that was consulted stands at the first; the rest has the name of its field.
  place: (pointer) => {
    const [, list, index, field] = pointer.split('/');
    if (list === 'consulted') return `consulted-${index ?? 0}-${field ?? 'agency'}`;
    return list === 'actions' ? (field ?? 'what') : undefined;
  },
  model: async ({ view }, visit) => {
    const people = await readPeople(visit);
    const { confirmed, proposed } = view.standing ?? {};
    return {
      now: confirmed
        ? gradeName(confirmed.grade)
        : proposed
          ? `${gradeName(proposed.grade)}, proposed`
          : 'No grade yet',
      rows: consultedRows.map(rowOf),
      choices,
      grades: [
        { value: '', text: 'Choose the grade' },
        ...grades.map((value) => ({ value, text: labelOf(value) })),
      ],
      owners: peopleOptions(
        people.filter(({ roles }) => !roles.includes('administrator')),
        'Choose the owner',
      ),
    };
  },
  body: (visit) => ({
    did: visit.typed('did'),
    reasons: visit.typed('reasons'),
    grade: visit.typed('grade'),
    escalatedTo: visit.typed('escalatedTo'),
    consulted: consulted(visit),
    actions: actions(visit),
  }),
  done: 'Chair’s action is recorded. It stands on the list until the next sitting minutes it.',
});
