import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { changeFacts, changeTag, changeWords, readChange } from '../change.js';

const steps = [
  { verb: 'approve-change', text: 'Approve the change', main: true },
  { verb: 'refuse-change', text: 'Refuse the change', main: false },
  { verb: 'withdraw-change', text: 'Withdraw the change', main: false },
];

/** One change of the tools: what is proposed, why, and what was decided. */
export const page: Page = {
  id: 'instrument-changes/view',
  url: '/instrument-changes/:id',
  section: '/instruments',

  async get(visit) {
    const { change } = await readChange(visit);
    const decision = change.written.find(({ kind }) => kind === 'instrument-decision');
    return show({
      title: changeWords(change),
      back: { href: '/instruments', text: 'Tools' },
      model: {
        tag: changeTag(change.state),
        // The title says what is to change.
        facts: changeFacts(change).slice(1),
        decision: decision
          ? {
              when: dateWords(decision.happened),
              by: String(decision.body.by ?? ''),
              reason: decision.body.reason ? String(decision.body.reason) : null,
            }
          : null,
        steps: steps
          .filter(({ verb }) => canDo(change.allowed, `instrument-changes/${verb}`))
          .map(({ verb, ...one }) => ({ ...one, href: `/instrument-changes/${change.id}/${verb}` })),
      },
    });
  },
};
