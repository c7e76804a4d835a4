import { enter, select } from '../../../error-words.js';
import { gapWords } from '../../plan-actions/action.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';

/** Each gap of the plan, with the action it is in and who owns that action. */
function gapsOf({ actions = [], plan }: CaseView) {
  return (plan?.gaps ?? []).map(({ actionId, gap }) => {
    const action = actions.find(({ id }) => id === actionId);
    return {
      href: `/plan-actions/${actionId}`,
      what: action?.what ?? 'An action of a part that you do not see',
      owner: action?.ownerName ?? 'its owner',
      gap: gapWords[gap] ?? gap,
    };
  });
}

/** Agrees the plan as it stands, in full, or as interim with its gaps named: every gap is shown at once with its owner. */
export const page = casePage({
  verb: 'agree-plan',
  fields: { kind: select('how the plan is agreed'), comment: enter('a comment') },
  place: (pointer) => (pointer.startsWith('/actions') ? 'kind' : undefined),
  model: ({ view }) => {
    const open = (view.actions ?? []).filter(({ ended }) => !ended);
    return {
      gaps: gapsOf(view),
      actions: open.map((one) => ({ ...one, href: `/plan-actions/${one.id}` })),
      next: (view.standing?.plan?.version ?? 0) + 1,
      add: `/plan-actions/add-action?case=${view.id}`,
    };
  },
  body: (visit) => ({ kind: visit.typed('kind'), comment: visit.typed('comment') }),
  done: 'The plan is agreed. It is to be shared within a working day.',
});
