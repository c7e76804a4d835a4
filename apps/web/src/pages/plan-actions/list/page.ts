import { canDo } from '../../../allowed.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
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

const soonest = (one: ActionView, other: ActionView): number =>
  (one.due ?? '9999').localeCompare(other.due ?? '9999');

/** The actions that the reader owns: what needs an answer, what is overdue, what is to do and what has ended. */
export const page: Page = {
  id: 'plan-actions/list',
  url: '/plan-actions',
  section: '/plan-actions',

  async get(visit) {
    const { items, next } = await readList<ActionView>(visit, '/api/v1/plan-actions', {
      owner: 'me',
      limit: 100,
    });
    const open = items.filter(({ ended }) => !ended).sort(soonest);
    const waits = open.filter(({ state }) => state === 'offered');
    const late = open.filter((one) => one.state === 'accepted' && isOverdue(one));
    const rest = open.filter((one) => one.state !== 'offered' && !late.includes(one));
    const ended = items.filter((one) => one.ended);
    const groups = [
      { heading: 'Overdue', lines: late.map(line) },
      { heading: 'Waiting for your answer', lines: waits.map(line) },
      { heading: 'To do', lines: rest.map(line) },
      { heading: 'Ended', lines: ended.map(line) },
    ].filter(({ lines }) => lines.length > 0);
    const counts = [
      { count: late.length, words: 'overdue' },
      { count: waits.length, words: 'waiting for your answer' },
      { count: rest.length, words: 'to do' },
    ].flatMap(({ count, words }) => (count > 0 ? [`${count} ${words}`] : []));
    return show({
      title: 'Your actions',
      model: { groups, counts: counts.join(', '), next, similar: seesMany(visit) },
    });
  },
};
