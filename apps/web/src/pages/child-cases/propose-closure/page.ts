import { enter, enterDate, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { closureWords } from '../closure-words.js';
import { pathwayWords } from '../code-words.js';

const isMet = { text: 'Met', classes: 'govuk-tag--green' };
const notMet = { text: 'Not met', classes: 'govuk-tag--red' };
const saidHere = { text: 'You say it below', classes: 'govuk-tag--blue' };
const afterwards = { text: 'Afterwards', classes: 'govuk-tag--grey' };

/** The reason that most cases close for; what a worker would not look for first stays folded. */
const usual = 'reduced-and-sustained';
const grave = ['merged', 'deceased'];

function countOf(met: boolean, conditions: { met: boolean; said: boolean }[]): string {
  if (met) return 'possible now';
  const done = conditions.filter((one) => one.met || one.said).length;
  return `${done} of ${conditions.length} met`;
}

function reasons({ closing = [] }: CaseView) {
  return closing.map(({ reason, missing, conditions = [] }) => ({
    reason,
    text: closureWords[reason]?.text ?? reason,
    asks: closureWords[reason]?.asks ?? '',
    met: missing.length === 0,
    count: countOf(missing.length === 0, conditions),
    open: reason === usual || (missing.length === 0 && !grave.includes(reason)),
    conditions: [
      ...conditions.map(({ asks, words, who, met, said }) => ({
        asks,
        tag: met ? isMet : said ? saidHere : notMet,
        why: met || said ? null : `${words} Who can: ${who}.`,
      })),
      { asks: 'Another manager, never the proposer, approves', tag: afterwards, why: null },
    ],
  }));
}

/** The outcome of the adult pathway, where it is on record: it is not asked for again. */
function pathwayOf({ standing }: CaseView): string | null {
  const pathway = standing?.adult?.pathway;
  return pathway && pathway.decision !== 'referred' ? pathwayWords(pathway.decision) : null;
}

/** Proposes to close: each reason with what it asks and what is not met yet, then the closing analysis. */
export const page = casePage({
  verb: 'propose-closure',
  fields: {
    reason: select('the reason'),
    analysis: enter('the closing analysis'),
    harmAddressed: enter('how the harm was addressed'),
    watcher: enter('who watches from now on'),
    nextCheck: enterDate('the date of the next check'),
    adultPathway: enter('the outcome of the adult pathway'),
    handover: enter('to whom open safety actions are handed over'),
  },
  model: ({ view }) => ({
    reasons: reasons(view),
    options: reasons(view).map(({ reason, text, asks }) => ({ value: reason, text, hint: { text: asks } })),
    openSafety: view.standing?.actions.openSafety ?? 0,
    pathway: pathwayOf(view),
  }),
  body: (visit) => ({
    reason: visit.typed('reason'),
    analysis: visit.typed('analysis'),
    harmAddressed: visit.typed('harmAddressed'),
    watcher: visit.typed('watcher'),
    nextCheck: visit.typedDate('nextCheck'),
    adultPathway: visit.typed('adultPathway'),
    handover: visit.typed('handover'),
  }),
  done: 'The closure is proposed. Another person approves or refuses it.',
});
