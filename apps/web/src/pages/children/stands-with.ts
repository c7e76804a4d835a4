import { commandLabels } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import type { ChildView } from './child.js';
import { saidOtherwise } from './other-child.js';

const verbs = [
  ...['record-about-me', 'record-carer', 'record-status-line'],
  'identify',
  'withdraw-identification',
  'merge-children',
  'unmerge-children',
  'decide-merge',
  'withdraw-entry',
  'move-case',
  'record-breach-decision',
];

/** Which records stand together for a child, what is proposed of that, and what may be done about it now. */
export function standsWith(child: ChildView) {
  const { id, joining, joinedWith, joined, identified, state, allowed } = child;
  const open = (verb: string) =>
    allowed.some(({ command, available }) => command === `children/${verb}` && available);
  const ways = verbs
    .filter(open)
    .map((verb) => ({ href: `/children/${id}/${verb}`, text: commandLabels[`children/${verb}`] ?? verb }));
  const apart = state === 'unmergeProposed';
  return {
    ways,
    notices: [
      ...(identified ? [] : ['Nobody knows yet who this child is.']),
      ...saidOtherwise(child),
      ...(joining
        ? [
            `Proposed on ${dateWords(joining.at)}: ${apart ? 'a joined record is of another child' : 'another record is of this child'}. A second person decides.`,
          ]
        : []),
    ],
    standsUnder: joinedWith ? `/children/${joinedWith}` : null,
    joined: joined.map((one) => ({ href: `/children/${one}` })),
  };
}
