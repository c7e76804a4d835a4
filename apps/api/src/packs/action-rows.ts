import { type ActionGroup, type ActionRow, counted } from '@mase/documents';
import { workingDaysBetween } from '@mase/workflow';
import { labelOf, stateLabels } from '@mase/workflow/words';
import { roleWords } from './code-words.js';
import { type Action, fieldsOf, type Papers } from './papers.js';
import { behindAction, madeOf } from './provenance.js';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The reference of an action that a person can read out: A- and eight letters of its id's last 40 bits. */
export function actionReference(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = letters[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `A-${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Whether an action is still open and its day has passed. */
export function isOverdue(papers: Papers, { standing, state }: Action): boolean {
  return (
    state !== 'ended' && standing.due !== null && standing.due.slice(0, 10) < papers.date(papers.about.now)
  );
}

const endings: { [how: string]: string } = {
  done: 'Done',
  'not-done': 'Not done',
  'no-longer-possible': 'No longer possible: circumstances changed',
  'handed-over': 'Handed over',
  superseded: 'Superseded',
};

/** One action as a line of the papers; `about` is the child by the name that the papers use, null where it is not said. */
export function actionRow(papers: Papers, action: Action, about: string | null): ActionRow {
  const { standing } = action;
  const owner = papers.user(standing.ownerId);
  const overdue = isOverdue(papers, action);
  const given = fieldsOf(papers.written(action.id, 'action')[0]);
  const reference = actionReference(action.id);
  const row: ActionRow = {
    reference,
    about,
    what: given.what ?? standing.what,
    owner: standing.ownerName || null,
    role: owner ? roleWords(owner.roles) : null,
    agency: papers.agency(standing.ownerAgencyId),
    due: standing.due ? papers.day(standing.due) : null,
    state: standing.ended
      ? (endings[standing.ended.how] ?? labelOf(standing.ended.how))
      : stateWords(action.state as string, overdue),
    late: overdue ? lateWords(papers, standing.due as string) : null,
    note: noteOf(papers, action),
  };
  return madeOf(row, `Action ${reference}`, behindAction(papers, action));
}

function stateWords(state: string, overdue: boolean): string {
  const words = stateLabels[state] ?? labelOf(state);
  return overdue && state === 'accepted' ? 'Overdue' : overdue ? `Overdue: ${words.toLowerCase()}` : words;
}

function lateWords(papers: Papers, due: string): string {
  const today = papers.date(papers.about.asAt);
  const day = due.slice(0, 10);
  const working = workingDaysBetween(day, today, papers.about.profile.nation);
  if (working > 0) return `${counted(working, 'working day')} late`;
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  return `${counted(Math.max(days, 1), 'day')} late`;
}

function noteOf(papers: Papers, { id, state }: Action): string | null {
  if (state === 'ended') {
    const { evidence, reason, changed, handover } = fieldsOf(papers.written(id, 'ending')[0]);
    return evidence ?? reason ?? changed ?? handover ?? null;
  }
  if (state === 'declined') return fieldsOf(papers.written(id, 'decline')[0]).reason ?? null;
  return null;
}

type About = (action: Action) => string;

/** The actions that are open, overdue ones first, each group by due date. */
export function openGroups(
  papers: Papers,
  actions: readonly Action[],
  about: About,
  where = '',
): ActionGroup[] {
  const open = actions.filter((one) => one.state !== 'ended').sort(byDue);
  const overdue = open.filter((one) => isOverdue(papers, one));
  const others = open.filter((one) => !overdue.includes(one));
  const rows = (list: Action[]) => list.map((one) => actionRow(papers, one, about(one)));
  return [
    { title: `Overdue${where}`, none: 'No action is overdue.', actions: rows(overdue) },
    { title: `Open${where}`, none: 'No other action is open.', actions: rows(others) },
  ];
}

/** The actions that ended since an instant; not done stands apart from no longer possible. */
export function endedGroups(
  papers: Papers,
  actions: readonly Action[],
  about: About,
  since: string | null,
): ActionGroup[] {
  const ended = actions.filter(
    (one) => one.standing.ended && (since === null || one.standing.ended.at >= since),
  );
  const when = since === null ? '' : ' since the last sitting';
  const group = (title: string, none: string, ...how: string[]): ActionGroup => ({
    title: `${title}${when}`,
    none,
    actions: ended
      .filter((one) => how.includes(one.standing.ended?.how ?? ''))
      .sort(byDue)
      .map((one) => actionRow(papers, one, about(one))),
  });
  const over = group('Handed over or superseded', 'None was handed over.', 'handed-over', 'superseded');
  return [
    group('Done', 'No action was reported as done.', 'done'),
    group('Not done', 'No action was left undone.', 'not-done'),
    group('No longer possible', 'None was given up because circumstances changed.', 'no-longer-possible'),
    ...(over.actions.length > 0 ? [over] : []),
  ];
}

const byDue = (one: Action, other: Action) =>
  (one.standing.due ?? '9999').localeCompare(other.standing.due ?? '9999') || one.id.localeCompare(other.id);
