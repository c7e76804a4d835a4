import { actionKinds, labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { type ActionView, belongsTo, gapWords, readAction } from '../action.js';

const texts = ['kind', 'what', 'ownerId', 'outcome', 'measure', 'contingency', 'coverId', 'aim'] as const;

/** The words of the action as they are now. */
function wordsOf(action: ActionView): Record<string, string | undefined> {
  const given = action.written?.find(({ kind }) => kind === 'action')?.body ?? {};
  return {
    ...given,
    kind: action.kind,
    ownerId: action.state === 'declined' ? '' : action.ownerId || undefined,
    coverId: action.coverId ?? undefined,
    due: action.due ?? undefined,
  };
}

function dateValues(due: string | null): Record<string, string> {
  if (!due) return {};
  const [year = '', month = '', day = ''] = due.split('-');
  return { 'due-day': String(Number(day)), 'due-month': String(Number(month)), 'due-year': year };
}

/** Only what was typed and differs from what stands: nothing is sent that nobody changed. */
function changesOf(visit: Visit, action: ActionView): Record<string, string | undefined> {
  const before = wordsOf(action);
  const typed = {
    ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
    due: visit.typedDate('due'),
  };
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => value !== undefined && value !== before[name]),
  );
}

/** Changes an action: what is missing is named at the top and is all that has to be filled. */
export const page: Page = {
  id: 'plan-actions/change-action',
  url: '/plan-actions/:id/change-action',
  section: '/plan-actions',
  fields: {
    kind: select('the kind of action'),
    what: enter('what will be done'),
    ownerId: select('the owner'),
    due: enterDate('the due date'),
    outcome: enter('the desired outcome'),
    measure: enter('how it will be known'),
    contingency: enter('what happens if it does not work'),
    coverId: select('who covers in absence'),
    aim: enter('the person or place it is aimed at'),
    reason: enter('the reason for the change'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const [{ action, etag }, people] = await Promise.all([readAction(visit), readPeople(visit)]);
    const words = wordsOf(action);
    const owners = people.filter(({ roles }) => !roles.includes('administrator'));
    return show({
      title: 'Change the action',
      version: etag,
      back: { href: `/plan-actions/${action.id}`, text: 'Back to the action' },
      values: {
        ...Object.fromEntries(texts.map((name) => [name, words[name] ?? ''])),
        ...dateValues(action.due),
      },
      model: {
        caption: belongsTo(action),
        allowed: canDo(action.allowed, 'plan-actions/change-action'),
        gaps: action.gaps.map((gap) => gapWords[gap] ?? gap),
        declined: action.state === 'declined',
        owners: peopleOptions(owners, 'Choose the owner'),
        covers: peopleOptions(owners, 'Whoever the record of absence names'),
        kinds: actionKinds.map((value) => ({ value, text: labelOf(value) })),
        cancel: `/plan-actions/${action.id}`,
      },
    });
  },

  async post(visit) {
    const { action } = await readAction(visit);
    await visit.send(path`/api/v1/plan-actions/${action.id}/change-action`, {
      ...changesOf(visit, action),
      reason: visit.typed('reason'),
    });
    return goTo(path`/plan-actions/${action.id}`, 'The action is changed.');
  },
};
