import { pathwayDecisions } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import { pathwayWords } from '../code-words.js';

/** The way to adult services: who was asked, what was decided and by whom, and what the young person says. */
export const page = casePage({
  verb: 'record-adult-pathway',
  fields: {
    decision: select('where the pathway stands'),
    service: enter('the adult service'),
    decidedBy: enter('who decided'),
    reasons: enter('the reasons'),
    view: enter('the young person’s own view'),
  },
  model: ({ view }) => {
    const prompt = (view.clocks ?? []).find(({ rule }) => rule === 'transition-prompt');
    const pathway = view.standing?.adult?.pathway;
    return {
      prompt: prompt?.due ?? null,
      known: pathway ? { text: pathwayWords(pathway.decision), at: pathway.at } : null,
      options: pathwayDecisions.map((value) => ({ value, text: pathwayWords(value) })),
    };
  },
  body: (visit) => ({
    decision: visit.typed('decision'),
    service: visit.typed('service'),
    decidedBy: visit.typed('decidedBy'),
    reasons: visit.typed('reasons'),
    view: visit.typed('view'),
  }),
  done: 'The adult pathway is recorded',
});
