import { actionKinds, labelOf } from '@mase/workflow/words';
import { type Allowed, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';

interface CaseOfAction {
  id: string;
  reference: string;
  child?: { name?: string };
  begins?: Allowed[];
  /** Who alone may own a further action, once the plan has all the owners that it takes. */
  fullPlanOwners?: string[] | null;
}

const command = 'plan-actions/add-action';

/** A new action of a case's plan: its owner by name and agency, the outcome, the day, the measure, what if not. */
export const page: Page = {
  id: command,
  url: '/plan-actions/add-action',
  section: '/child-cases',
  fields: {
    part: select('the part of the plan'),
    kind: select('the kind of action'),
    what: enter('what will be done'),
    ownerId: select('the owner'),
    due: enterDate('the due date'),
    outcome: enter('the desired outcome'),
    measure: enter('how it will be known'),
    contingency: enter('what happens if it does not work'),
    coverId: select('who covers in absence'),
    aim: enter('the person or place it is aimed at'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const id = visit.query.case ?? '';
    const [{ body }, people] = await Promise.all([
      visit.read<CaseOfAction>(path`/api/v1/child-cases/${id}`),
      readPeople(visit),
    ]);
    const accounts = people.filter(({ roles }) => !roles.includes('administrator'));
    const missing = missingFor(body.begins ?? [], command);
    const full = body.fullPlanOwners ?? null;
    const owners = full ? accounts.filter((one) => full.includes(one.id)) : accounts;
    return show({
      title: 'Add an action',
      back: { href: `/child-cases/${body.id}`, text: 'Back to the case' },
      model: {
        caption: [body.reference, body.child?.name].filter(Boolean).join(', '),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${body.id}` },
        owners: peopleOptions(owners, 'Choose the owner'),
        full: full !== null,
        covers: peopleOptions(accounts, 'Whoever the record of absence names'),
        kinds: [
          { value: '', text: 'Choose the kind' },
          ...actionKinds.map((value) => ({ value, text: labelOf(value) })),
        ],
        cancel: `/child-cases/${body.id}`,
      },
    });
  },

  async post(visit) {
    const caseId = visit.query.case ?? '';
    const texts = ['part', 'kind', 'what', 'ownerId', 'outcome', 'measure', 'contingency', 'coverId', 'aim'];
    await visit.send('/api/v1/plan-actions/add-action', {
      caseId,
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      due: visit.typedDate('due'),
    });
    const [to, notice] = visit.typed('more')
      ? [
          `/plan-actions/add-action?case=${encodeURIComponent(caseId)}`,
          'The action was added. Add the next one.',
        ]
      : [`/child-cases/${encodeURIComponent(caseId)}#plan`, 'The action was added. Its owner is told.'];
    return goTo(to, notice);
  },
};
