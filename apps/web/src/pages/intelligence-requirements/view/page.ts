import { commandLabels, labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { readRequirement, requirementFacts, requirementTag } from '../requirement.js';

const topic = 'intelligence-requirements';

/** One requirement: what is asked, and its answer for those who asked. */
export const page: Page = {
  id: `${topic}/view`,
  url: `/${topic}/:id`,
  section: '/intelligence',

  async get(visit) {
    const { view } = await readRequirement(visit);
    const answer = view.written.find(({ kind }) => kind === 'requirement-answer');
    const { outcome, answer: words, reason, by } = answer?.body ?? {};
    const open = ['answer-requirement', 'withdraw-requirement'].filter((verb) =>
      canDo(view.allowed, `${topic}/${verb}`),
    );
    return show({
      title: 'Intelligence requirement',
      back: { href: `/${topic}`, text: 'Intelligence requirements' },
      model: {
        tag: requirementTag(view),
        ...withDates(requirementFacts(view), view),
        answer: answer && {
          outcome: labelOf(String(outcome)),
          when: momentWords(answer.happened),
          by: String(by ?? ''),
          texts: [words, reason].filter((one) => typeof one === 'string'),
        },
        steps: open.map((verb, index) => ({
          text: commandLabels[`${topic}/${verb}`],
          href: `/${topic}/${view.id}/${verb}`,
          main: index === 0 && verb === 'answer-requirement',
        })),
      },
    });
  },
};
