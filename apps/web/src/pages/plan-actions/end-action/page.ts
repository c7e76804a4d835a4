import { actionEndings } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { type ActionView, actionSubject, endingWords, readAction } from '../action.js';

/** What each way of ending asks for: only that is sent. */
const asked: Record<string, string[]> = {
  done: ['evidence'],
  'not-done': ['reason'],
  'no-longer-possible': ['changed'],
  'handed-over': ['newOwnerId', 'handover'],
  superseded: ['byActionId'],
};

function bodyOf(visit: Visit): Record<string, string | undefined> {
  const how = visit.typed('how') ?? '';
  const own = (asked[how] ?? []).map((name) => [name, visit.typed(name)]);
  return {
    how: how || undefined,
    ...Object.fromEntries(own),
    ...(how === 'handed-over' ? { due: visit.typedDate('due') } : {}),
  };
}

/**
 * The open actions that may stand in its place: of the same plan, or of the same record at a sitting. None for whoever is not
 * told what his or her action is about: which one is about the same is not for him or her to know.
 */
async function others(visit: Visit, { id, caseId }: ActionView) {
  if (!caseId) return [];
  const { items } = await readList<ActionView>(visit, '/api/v1/plan-actions', { caseId, limit: 100 });
  return items
    .filter((one) => one.id !== id && !one.ended)
    .map((one) => ({ value: one.id, text: `${one.what} – ${one.ownerName}` }));
}

/** Ends an action in one of five ways, each with what is its own; that another stands in its place is asked where there is one. */
export const page: Page = {
  id: 'plan-actions/end-action',
  url: '/plan-actions/:id/end-action',
  section: '/plan-actions',
  fields: {
    how: select('how it ended'),
    evidence: enter('what was done and what came of it'),
    reason: enter('why it was not done'),
    changed: enter('what changed'),
    newOwnerId: select('who has it from now on'),
    handover: enter('the handover'),
    due: enterDate('the new date'),
    byActionId: select('the action that stands in its place'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { action, etag } = await readAction(visit);
    const [people, rest] = await Promise.all([readPeople(visit), others(visit, action)]);
    const { facts, caption, href } = await actionSubject(visit, { action, etag });
    const owners = people.filter(
      ({ roles, id }) => !roles.includes('administrator') && id !== action.ownerId,
    );
    return show({
      title: 'End the action',
      version: etag,
      back: { href },
      model: {
        caption,
        facts,
        missing: missingFor(action.allowed, 'plan-actions/end-action'),
        cancel: href,
        ways: Object.fromEntries(actionEndings.map((how) => [how.replaceAll('-', ''), endingWords[how]])),
        owners: peopleOptions(owners, 'Choose who has it from now on'),
        others: rest.length > 0 ? [{ value: '', text: 'Choose the action' }, ...rest] : null,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/plan-actions/${id}/end-action`, bodyOf(visit));
    return goTo(path`/plan-actions/${id}`, 'The action has ended.');
  },
};
