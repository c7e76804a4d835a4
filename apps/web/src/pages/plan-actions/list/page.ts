import { stateLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { filtersInForce } from '../../../filters-in-force.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { readAgencies } from '../../../teams.js';
import type { Visit } from '../../../visit.js';
import { type ActionView, belongsTo, gapWords, isOverdue, stateTag } from '../action.js';

/** How far off the day is, while it matters. */
function dueOf({ due, ended }: ActionView): string {
  if (!due) return 'No date yet';
  return ended ? dateWords(due) : dueWords(due);
}

function line(action: ActionView) {
  return {
    href: `/plan-actions/${action.id}`,
    what: action.what,
    about: belongsTo(action),
    due: dueOf(action),
    gaps: action.gaps.map((gap) => gapWords[gap] ?? gap).join(', '),
    tag: stateTag(action),
    answer: canDo(action.allowed, 'plan-actions/accept-action'),
    end: canDo(action.allowed, 'plan-actions/end-action'),
  };
}

/** Whoever sees the plans of many children is shown actions that look the same. */
const seesMany = ({ who }: Visit): boolean =>
  (who?.roles ?? []).some((role) =>
    ['coordinator', 'chair', 'deputy-chair', 'senior', 'manager'].includes(role),
  );

/** Whose an action is, and the way to all that he or she has; nobody’s until its agency has named somebody. */
const ownerOf = ({ ownerId, ownerName }: ActionView) =>
  ownerId ? { name: ownerName, href: `/plan-actions?${new URLSearchParams({ owner: ownerId })}` } : null;

const soonest = (one: ActionView, other: ActionView): number =>
  (one.due ?? '9999').localeCompare(other.due ?? '9999');

const states = ['awaitingOwner', 'offered', 'accepted', 'declined', 'ended'];
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What an address asks for: whose, of which agency, in which state, and whether only what is overdue. Of an agency it is what
 * all of its people have, and what is nobody’s yet: that it is to name an owner for.
 */
function filtersAsked({ query }: Visit) {
  const { whose, owner, agency, phase, stands } = query;
  const of = owner && anId.test(owner) ? owner : undefined;
  const ofAgency = agency && anId.test(agency) ? agency : undefined;
  return {
    everybody: whose === 'all' || of !== undefined || ofAgency !== undefined,
    owner: of,
    agency: ofAgency,
    phase: states.find((state) => state === phase),
    overdue: stands === 'overdue',
  };
}

type Filters = ReturnType<typeof filtersAsked>;

const chosen = (value: string, options: { value: string; text: string }[]) =>
  options.map((one) => ({ ...one, selected: one.value === value }));

/** The filters as the form above the list shows them. */
async function filtersShown(visit: Visit, { everybody, owner, agency, phase, overdue }: Filters) {
  const agencies = await readAgencies(visit);
  const shown = {
    whose: chosen(everybody ? 'all' : '', [
      { value: '', text: 'Yours' },
      { value: 'all', text: 'Everybody’s' },
    ]),
    agencies: chosen(agency ?? '', [
      { value: '', text: 'Every agency' },
      ...agencies.map(({ id, name }) => ({ value: id, text: name })),
    ]),
    states: chosen(phase ?? '', [
      { value: '', text: 'Any' },
      ...states.map((value) => ({ value, text: stateLabels[value] ?? value })),
    ]),
    stands: chosen(overdue ? 'overdue' : '', [
      { value: '', text: 'Any date' },
      { value: 'overdue', text: 'Overdue' },
    ]),
  };
  return {
    ...shown,
    owner: owner ?? '',
    sort: visit.query.sort ?? '',
    inForce: filtersInForce('/plan-actions', visit.query, [
      { name: 'whose', label: 'Whose', choices: shown.whose },
      { name: 'agency', label: 'Agency', choices: shown.agencies },
      { name: 'phase', label: 'Where it stands', choices: shown.states },
      { name: 'stands', label: 'Date', choices: shown.stands },
    ]),
  };
}

/** What needs an answer, what is overdue, what is to do and what has ended, in the order that the address asks for. */
function grouped(items: ActionView[], sorted: boolean, everybody: boolean) {
  const own = items.filter(({ ended }) => !ended);
  const open = sorted ? own : own.sort(soonest);
  const waits = open.filter(({ state }) => state === 'offered');
  const late = open.filter((one) => one.state === 'accepted' && isOverdue(one));
  const rest = open.filter((one) => one.state !== 'offered' && !late.includes(one));
  const ended = items.filter((one) => one.ended);
  return [
    { heading: 'Overdue', counted: 'overdue', actions: late },
    everybody
      ? { heading: 'Waiting for an answer', counted: 'waiting for an answer', actions: waits }
      : { heading: 'Waiting for your answer', counted: 'waiting for your answer', actions: waits },
    { heading: 'To do', counted: 'to do', actions: rest },
    { heading: 'Ended', counted: null, actions: ended },
  ].filter(({ actions }) => actions.length > 0);
}

/** The actions that the reader owns, or those of everybody whose plans he or she may see, by agency, state and date. */
export const page: Page = {
  id: 'plan-actions/list',
  url: '/plan-actions',
  section: '/plan-actions',

  async get(visit) {
    const asked = filtersAsked(visit);
    const { everybody, owner, agency, phase, overdue } = asked;
    const [{ items }, filters] = await Promise.all([
      readList<ActionView>(visit, '/api/v1/plan-actions', {
        ...{ owner: everybody ? undefined : 'me', ownerId: owner, agencyId: agency, phase },
        ...{ stands: overdue ? 'overdue' : undefined, limit: 100 },
      }),
      filtersShown(visit, asked),
    ]);
    const groups = grouped(items, visit.query.sort !== undefined, everybody);
    const counts = groups.flatMap(({ counted, actions }) =>
      counted ? [`${actions.length} ${counted}`] : [],
    );
    return show({
      title: everybody ? 'Actions of plans' : 'Your actions',
      model: {
        ...{ filters, everybody, similar: seesMany(visit), counts: counts.join(', ') },
        narrowed: Boolean(everybody || agency || phase || overdue),
        groups: groups.map(({ heading, actions }) => ({
          heading,
          lines: actions.map((one) => ({ ...line(one), owner: everybody ? ownerOf(one) : null })),
        })),
      },
    });
  },
};
