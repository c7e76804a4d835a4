import { birthWords, localDay } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { isRealDay } from '../../../form-values.js';
import { asksReaders, handledFields, handledModel, handledTyped } from '../../../handled.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { ListPage } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { type AdviceNode, nodesOf } from '../advice.js';
import { section } from '../measure.js';

interface Form {
  /** The day whose law is offered. */
  on: string;
  measures: { code: string; title: string; statute: string; section: string; owner: string }[];
  personName: string | null;
  locationName: string | null;
  children: { childId: string; name: string; stands: string; explanation: AdviceNode }[];
}

interface Found {
  id: string;
  name: string;
  /** Left out of a child who was chosen before. */
  birthDate?: string | null;
}

const adviceWords: Record<string, string> = {
  yes: 'A notice about abduction may be given for this child today.',
  no: 'A notice about abduction has no ground for this child today. You decide: nothing here refuses it.',
  'not-known':
    'Whether a notice about abduction may be given cannot be told without the birth date. You decide.',
};

const chosenChildren = (visit: Visit): string[] =>
  visit.typedList('childIds') ?? (visit.query.child ? [visit.query.child] : []);

async function found(visit: Visit): Promise<Found[]> {
  const name = visit.typed('find');
  if (!name) return [];
  const { body } = await visit.send<ListPage<Found>>('/api/v1/children/search', { name });
  return body.items;
}

const choice = ({ id, name, birthDate }: Found) => ({
  value: id,
  text: name,
  ...(birthDate === undefined
    ? {}
    : { hint: { text: birthDate ? `Born ${birthWords(birthDate)}` : 'Date of birth not known' } }),
});

function lawWords(on: string): string {
  const day = on === localDay(new Date().toISOString()) ? 'are law today' : `were law on ${birthWords(on)}`;
  return `Those that ${day} and that your role decides on.`;
}

async function form(visit: Visit): Promise<Answer> {
  const childIds = chosenChildren(visit);
  const { person, place } = visit.query;
  const day = visit.typedDate('happened');
  const asked = {
    ...(isRealDay(day) ? { on: day } : {}),
    personId: person,
    locationId: place,
    ...(childIds.length > 0 ? { childIds: childIds.join(',') } : {}),
  };
  const { body } = await visit.read<Form>('/api/v1/disruption-measures/form', asked);
  const others = await found(visit);
  const { children } = body;
  const chosen = children
    .filter(({ childId }) => !others.some(({ id }) => id === childId))
    .map(({ childId, name }) => ({ id: childId, name }));
  return show({
    title: 'Consider a measure',
    back: { href: section, text: 'Measures' },
    values: {
      ...(visit.query.code ? { code: visit.query.code } : {}),
      handling: 'P',
      childIds,
      ...visit.form,
    },
    model: {
      person: person ? (body.personName ?? 'A person whose record you do not see') : null,
      place: place ? (body.locationName ?? 'A place whose record you do not see') : null,
      measures: [
        { value: '', text: 'Choose the measure' },
        ...body.measures.map(({ code, title, statute, section: part }) => ({
          value: code,
          text: `${title} (${statute}${part === '–' ? '' : `, ${part}`})`,
        })),
      ],
      whatLaw: lawWords(body.on),
      others: [...chosen, ...others].map(choice),
      looked: visit.typed('find') !== undefined,
      advice: children.map(({ name, stands, explanation }) => ({
        name,
        words: adviceWords[stands],
        nodes: nodesOf([explanation]),
      })),
      ...(await handledModel(visit)),
    },
  });
}

/** Begins a measure: which, on whom or where, for which child, with the advice on a notice beside it. */
export const page: Page = {
  id: 'disruption-measures/consider-measure',
  url: '/disruption-measures/consider-measure',
  section,
  fields: {
    happened: enterDate('the day'),
    code: select('the measure'),
    personId: select('the person, on the page of the person'),
    locationId: select('the place, on the page of the place'),
    find: enter('a name'),
    childIds: select('the child'),
    why: enter('why'),
    nextOn: enterDate('when somebody looks again'),
    ...handledFields,
  },
  draft: () => 'new',
  get: form,
  place: (pointer) => (pointer.startsWith('/childIds') ? 'childIds' : undefined),

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    const childIds = chosenChildren(visit);
    const { person, place } = visit.query;
    if (asksReaders(visit)) return form(visit);
    const { body } = await visit.send<{ id: string }>('/api/v1/disruption-measures/consider-measure', {
      happened: visit.typedDay('happened'),
      code: visit.typed('code'),
      ...(person ? { personId: person } : {}),
      ...(place ? { locationId: place } : {}),
      ...(childIds.length > 0 ? { childIds } : {}),
      why: visit.typed('why'),
      nextOn: visit.typedDate('nextOn'),
      ...handledTyped(visit),
    });
    return goTo(
      `${section}/${encodeURIComponent(body.id)}`,
      'The measure is considered: it waits in your list.',
    );
  },
};
