import { dateWords } from '../../../date-words.js';
import { entryLines } from '../entry-words.js';
import { reasonPage } from '../reason-page.js';

/** Ends a restriction: the rules of practice say again who reads the case. */
export const page = reasonPage({
  verb: 'lift-restriction',
  says: 'From now on everybody reads the case whom the rules name: the team, the panel, and those with a part in the plan.',
  ask: 'Why is the restriction lifted?',
  facts: ({ view: { written } }) => {
    const last = written.filter(({ kind }) => kind === 'restriction').at(-1);
    if (!last) return [];
    return [
      { key: 'Restricted', text: dateWords(last.happened) },
      ...entryLines(last).map(({ label, text }) => ({ key: label, text })),
    ];
  },
  done: 'The restriction is lifted.',
});
