import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import type { CaseView, Entry } from '../case-view.js';

/** An action as the version in force agreed it. */
interface AgreedAction {
  id: string;
  what: string;
  outcome: string | null;
  ownerName: string;
  due: string | null;
}

/** The open safety actions of the version in force. */
function agreedActions({ written, actions = [], standing }: CaseView): AgreedAction[] {
  const row = written.find(
    ({ kind, wrong, body }) => kind === 'plan' && !wrong && body.version === standing?.plan?.version,
  );
  const open = new Set(actions.filter(({ ended }) => !ended).map(({ id }) => id));
  return ((row?.body.actions ?? []) as AgreedAction[]).filter(({ id }) => open.has(id));
}

const lastWords = (view: CaseView, of: string): string => {
  const said = view.written.find(
    ({ kind, wrong, body }: Entry) => kind === 'view' && !wrong && body.of === of && body.words,
  );
  return typeof said?.body.words === 'string' ? said.body.words : '';
};

/** The carers who may be written to, and those who may not, with why in words. */
function carersOf({ about }: CaseView) {
  const carers = about?.carers ?? [];
  return {
    open: carers.filter(({ mayContact }) => mayContact !== 'no'),
    shut: carers.filter(({ mayContact }) => mayContact === 'no').map(({ name }) => name),
  };
}

/** For whom it is written: the child, or the carer whom the address names. */
function readerOf(view: CaseView, visit: Visit) {
  const named = visit.query.for ?? visit.typed('for');
  const carer = carersOf(view).open.find(({ id }) => id === named);
  return { carer, own: carer ? 'parent' : 'child' };
}

const chosenName = ({ child }: CaseView) => child?.chosenName ?? child?.name ?? 'the child';

const fieldOf = (part: 'what' | 'know', id: string) => `${part}-${id}`;
const actionIds = (visit: Visit): string[] =>
  Object.keys(visit.form)
    .filter((name) => name.startsWith('what-'))
    .map((name) => name.slice('what-'.length));

/** The plan in plain words: what was agreed stands in the form, and is said again as the child or the carer would. */
export const page = casePage({
  verb: 'write-plain-plan',
  fields: {
    carerId: select('the carer'),
    what: enter('what we will do'),
    know: enter('how we will know'),
    call: enter('who to call, and the number'),
    'view-child': enter('the child’s own words'),
    'view-parent': enter('the carer’s own words'),
  },
  place: (pointer, visit) => {
    const [, list, index, part] = pointer.split('/');
    if (list === 'to') return 'carerId';
    if (list === 'view') return visit.typed('for') ? 'view-parent' : 'view-child';
    if (list !== 'lines' || (part !== 'what' && part !== 'know')) return undefined;
    return fieldOf(part, actionIds(visit)[Number(index)] ?? '');
  },
  values: ({ view }) => ({
    ...Object.fromEntries(
      agreedActions(view).flatMap(({ id, what, outcome }) => [
        [fieldOf('what', id), what],
        [fieldOf('know', id), outcome ?? ''],
      ]),
    ),
    'view-child': lastWords(view, 'child'),
    'view-parent': lastWords(view, 'parent'),
  }),
  model: ({ view }, visit) => {
    const { carer, own } = readerOf(view, visit);
    const { open, shut } = carersOf(view);
    const here = `/child-cases/${view.id}/write-plain-plan`;
    const name = chosenName(view);
    const readers = [
      { text: name, href: here, now: !carer },
      ...open.map((one) => ({
        text: `${one.name}, ${one.relation.toLowerCase()}`,
        href: `${here}?for=${one.id}`,
        now: one.id === carer?.id,
      })),
    ];
    return {
      plan: view.standing?.plan ?? null,
      reader: carer?.name ?? name,
      carer: carer?.id ?? null,
      askFirst: carer?.mayContact === 'ask-first' ? carer.safeHow : null,
      safeHow: carer?.mayContact === 'yes' ? (carer.safeHow ?? null) : null,
      readers,
      shut,
      child: name,
      ownField: `view-${own}`,
      lines: agreedActions(view).map(({ id, what, ownerName, due }) => ({
        ...{ agreed: what, ownerName, due },
        what: fieldOf('what', id),
        know: fieldOf('know', id),
      })),
    };
  },
  body: (visit) => {
    const carer = visit.typed('for');
    return {
      to: carer ? 'parent' : 'child',
      carerId: carer,
      lines: actionIds(visit).map((actionId) => ({
        actionId,
        what: visit.typed(fieldOf('what', actionId)),
        know: visit.typed(fieldOf('know', actionId)),
      })),
      view: visit.typed(carer ? 'view-parent' : 'view-child'),
      call: visit.typed('call'),
    };
  },
  done: 'The plain version is made. Print it, go through it together, and record that it was given.',
  leadsTo: (visit) => `/child-cases/${encodeURIComponent(visit.params.id ?? '')}/plan#copies`,
});
