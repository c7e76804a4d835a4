import { enter, select } from '../../../error-words.js';
import { agencyWords, peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { parentItems } from '../parent-items.js';
import { toldFields } from '../told-fields.js';

function partners({ actions = [] }: CaseView, part: string): string[] {
  const owners = actions.filter((one) => one.part === part && !one.ended).map(({ ownerName }) => ownerName);
  return [...new Set(owners)];
}

/** Whom the police may name, and who of the police; nothing where the reader sees no disruption part. */
async function named({ classes }: CaseView, visit: Visit) {
  if (!classes.includes('disruption')) return { others: [], police: [] };
  const people = (await readPeople(visit)).filter(({ roles }) => !roles.includes('administrator'));
  const police = people.filter(({ agencyKind }) => agencyKind === 'police');
  return {
    others: people.map((one) => ({ value: one.id, text: one.name, hint: { text: agencyWords(one) } })),
    police: peopleOptions(police, 'Choose the police officer'),
  };
}

function alsoOf(visit: Visit): object | undefined {
  const userIds = visit.typedList('disruptionAlso');
  const namedBy = visit.typed('namedBy');
  return userIds || namedBy ? { userIds: userIds ?? [], namedBy } : undefined;
}

/** Shares the agreed plan: the safety part with each partner in it, a plain version with child and parent, or why not. */
export const page = casePage({
  verb: 'share-plan',
  fields: {
    power: enter('the power under which the plan is shared'),
    purpose: enter('the purpose'),
    disruptionAlso: select('who else has the disruption part'),
    namedBy: select('the police officer who named them'),
    'child-given': select('whether the child has the plain version'),
    'child-how': enter('how the child was given it'),
    'child-whyNot': enter('why the child was not given it'),
    'parent-given': select('whether the parent has the plain version'),
    'parent-carerId': select('which parent or carer has it'),
    'parent-how': enter('how the parent was given it'),
    'parent-whyNot': enter('why the parent was not given it'),
  },
  place: (pointer) =>
    pointer === '/disruptionAlso/namedBy'
      ? 'namedBy'
      : pointer.startsWith('/disruptionAlso')
        ? 'disruptionAlso'
        : undefined,
  model: async ({ view }, visit) => ({
    ...(await named(view, visit)),
    parents: parentItems(view),
    safety: partners(view, 'safety'),
    disruption: partners(view, 'disruption'),
    plan: view.standing?.plan ?? null,
  }),
  values: () => ({
    power: 'Children Act 2004, sections 10 and 11; Working Together to Safeguard Children',
    purpose: 'To safeguard the child by the actions of the plan',
  }),
  body: (visit) => ({
    power: visit.typed('power'),
    purpose: visit.typed('purpose'),
    child: toldFields(visit, 'child', 'given'),
    parent: {
      ...toldFields(visit, 'parent', 'given'),
      ...(visit.typed('parent-given') === 'yes' ? { carerId: visit.typed('parent-carerId') } : {}),
    },
    disruptionAlso: alsoOf(visit),
  }),
  done: 'The plan is shared. Each partner is told by a link.',
});
