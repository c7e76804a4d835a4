import { path } from '../../../api-client.js';
import { commandPage } from '../../../command-page.js';
import type { ChildView } from '../child.js';
import { childSubject, factsApart, factsOfBoth, readChild } from '../other-child.js';

const decisions = {
  mergeProposed: [
    { value: 'approve', text: 'They are one child: join the two records' },
    { value: 'refuse', text: 'They are two children' },
  ],
  unmergeProposed: [
    { value: 'approve', text: 'They are two children: take the records apart' },
    { value: 'refuse', text: 'They are one child' },
  ],
} as const;

/** A decision, and why it is not yet this person’s to take. */
function possible(child: ChildView, way: { value: string; text: string }) {
  const lacks = child.allowed
    .filter(({ command, choice }) => command === 'children/decide-merge' && choice === way.value)
    .flatMap(({ missing }) => missing.map(({ words }) => words));
  return lacks.length > 0 ? { ...way, hint: { text: `Not for you: ${lacks.join(' ')}` } } : way;
}

/** The second person’s decision, with both children side by side. */
export const page = commandPage({
  command: 'children/decide-merge',
  section: '/children',
  async opened(visit) {
    const read = await readChild(visit);
    const { child } = read;
    const subject = childSubject(read);
    if (!child.joining) return subject;
    const { body } = await visit.read<ChildView>(path`/api/v1/children/${child.joining.childId}`);
    const ways = child.state === 'unmergeProposed' ? decisions.unmergeProposed : decisions.mergeProposed;
    return {
      ...subject,
      facts: child.state === 'mergeProposed' ? factsOfBoth(child, body) : factsApart(child, body),
      options: {
        decision: ways.map((way) => possible(child, way)),
        childId: [{ value: body.id, text: `Yes, ${body.name}` }],
      },
    };
  },
  says: 'Both records keep their history. What is joined can be taken apart again.',
  asks: [
    { name: 'childId', label: 'Is this the other record?', called: 'the other record', kind: 'radios' },
    { name: 'decision', label: 'What do you decide?', called: 'a decision', kind: 'radios' },
    {
      name: 'reasons',
      label: 'Why, where you refuse?',
      called: 'the reasons',
      kind: 'text',
    },
  ],
  done: 'The decision is recorded.',
});
