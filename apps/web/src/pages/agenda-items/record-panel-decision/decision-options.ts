import { labelOf, panelDecisions, strandDecisions } from '@mase/workflow/words';
import { choicesOf } from '../../../allowed.js';
import type { HeardItem } from '../item.js';

const command = 'agenda-items/record-panel-decision';

const decisionHints: Record<string, string> = {
  continue: 'The plan works: go on with it',
  'change-plan': 'The plan does not work: say what changes',
  regrade: 'Set another grade',
  'step-down': 'Set a lower grade; needs a quorum',
  remove: 'No longer before the panel: name who watches; needs a quorum',
  close: 'Close the case: name who watches; needs a quorum',
  escalate: 'Take it to a higher level',
  defer: 'Come back to it at the next sitting',
  refer: 'Another panel takes it',
};

const strandHints: Record<string, string> = {
  continue: 'What is done works: go on with it',
  remove: 'The listing ends: give the reason and who watches; needs a quorum',
};

/** Nobody is watched after a theme is done with. */
const themeHints: Record<string, string> = {
  continue: 'Come back to it: give the next review',
  remove: 'Done with; needs a quorum',
  refer: 'Another panel takes it',
};

/** The decisions that are open for an item of its kind, each with what it means, its number on the keyboard and what it asks besides. */
export function decisionOptions(item: HeardItem) {
  const kind = item.caseKind;
  const fits = (one: string) =>
    (!kind && !item.subject) || (strandDecisions.includes(one) && !(kind === 'cluster' && one === 'remove'));
  const open = choicesOf(item.allowed, command).filter(fits);
  return panelDecisions
    .filter((one) => open.includes(one))
    .map((one, index) => ({
      value: one,
      text: labelOf(one),
      hint: (item.subject && themeHints[one]) || (kind && strandHints[one]) || (decisionHints[one] ?? ''),
      key: index + 1,
      id: index === 0 ? 'decision' : `decision-${index + 1}`,
      grade: one === 'regrade' || one === 'step-down',
      watch: !item.subject && (one === 'remove' || one === 'close'),
    }));
}
