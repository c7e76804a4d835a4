import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { missingLines, type PlanView } from '../plan/page.js';

/** Agrees the plan as it stands, in full, or as interim with its gaps named: every gap is shown at once with its owner. */
export const page = casePage({
  verb: 'agree-plan',
  fields: { kind: select('how the plan is agreed'), comment: enter('a comment') },
  place: (pointer) => (pointer.startsWith('/actions') ? 'kind' : undefined),
  model: async ({ view }, visit) => {
    const { body } = await visit.read<PlanView>(path`/api/v1/child-cases/${view.id}/plan`);
    const open = (view.actions ?? []).filter(({ ended }) => !ended);
    return {
      gaps: missingLines(body),
      actions: open.map((one) => ({ ...one, href: `/plan-actions/${one.id}` })),
      next: (view.standing?.plan?.version ?? 0) + 1,
      add: `/plan-actions/add-action?case=${view.id}`,
    };
  },
  body: (visit) => ({ kind: visit.typed('kind'), comment: visit.typed('comment') }),
  done: 'The plan is agreed. It is to be shared within a working day.',
});
