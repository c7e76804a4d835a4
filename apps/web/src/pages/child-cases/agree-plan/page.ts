import { enter, select } from '../../../error-words.js';
import { gapWords } from '../../plan-actions/action.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';

/** The gaps of the plan by action, with who owns that action. */
function gapsOf({ actions = [], plan }: CaseView) {
  const gaps = plan?.gaps ?? [];
  return [...new Set(gaps.map(({ actionId }) => actionId))].map((actionId) => {
    const action = actions.find(({ id }) => id === actionId);
    const own = gaps.filter((one) => one.actionId === actionId);
    return {
      href: `/plan-actions/${actionId}`,
      what: action?.what ?? 'An action of a part that you do not see',
      owner: action?.ownerName ?? 'its owner',
      gaps: own.map(({ gap }) => gapWords[gap] ?? gap),
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
