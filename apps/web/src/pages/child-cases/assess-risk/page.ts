import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { again, goTo, type Page, type Shown, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { obstaclesOf, openCase } from '../case-page.js';
import { gradeName } from '../code-words.js';
import { contradictionField, contradictionPlace, contradictionQuestions } from '../contradictions.js';
import { childsWords } from '../view/chronology.js';
import { askedOf, knownValues } from './asked.js';
import { chosenInstrument, lastAssessment, readInstruments } from './assessment-form.js';
import { suggestionOf } from './suggestion.js';
import { openQuestions, placeOf, typedAssessment } from './typed-answers.js';

/** A risk assessment: the instrument's domains beside the last answers, harm by kind, and the worker's own judgement. */
export const page: Page = {
  id: 'child-cases/assess-risk',
  url: '/child-cases/:id/assess-risk',
  section: '/child-cases',
  fields: {
    level: select('the level of concern'),
    answer: select('an answer'),
    source: enter('who or what it comes from'),
    date: enterDate('the date'),
    'shown-by': enter('who or what it comes from'),
    'shown-on': enterDate('the date'),
    narrative: enter('what is known'),
    learningDisability: select('whether the child has a learning disability'),
    harm: select('the harm status of at least one kind of exploitation'),
    childView: enter('the child’s view'),
    analysis: enter('your analysis'),
    proposed: select('the grade that you propose'),
    reasons: enter('the reasons for the grade'),
    ...contradictionField,
    belowFloorReason: enter('why the grade lies below a floor'),
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer, visit, code) => contradictionPlace(code) ?? placeOf(pointer, visit),

  async get(visit) {
    return show(await assessmentForm(visit));
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const instrument = chosenInstrument(visit, await readInstruments(visit));
    if (visit.typed('show') === 'suggestion') {
      const suggestion = await suggestionOf(visit, instrument);
      return show({ ...(await assessmentForm(visit, suggestion)), values: visit.form });
    }
    const open = openQuestions(visit, instrument);
    if (Object.keys(open).length > 0) return again(open);
    const { body } = await visit.send<{ questions?: { detail: string }[] }>(
      path`/api/v1/child-cases/${id}/assess-risk`,
      typedAssessment(visit, instrument),
    );
    const asked = body.questions ? '. Whoever confirms is asked what your words about the grade mean' : '';
    return goTo(
      `/child-cases/${id}`,
      `The assessment is recorded. The grade you proposed acts now where it rises, and waits for confirmation where it falls${asked}`,
    );
  },
};

/** The form on the case as it is now, with what is known put in; with what it suggests so far where that was asked. */
async function assessmentForm(visit: Visit, suggestion: Shown['model'] | null = null): Promise<Shown> {
  const [{ view, etag, bar }, instruments] = await Promise.all([openCase(visit), readInstruments(visit)]);
  const instrument = chosenInstrument(visit, instruments);
  const last = lastAssessment(view);
  const same = lastAssessment(view, instrument.id);
  const missing = obstaclesOf(view, 'assess-risk');
  return {
    title: 'Assess risk',
    version: visit.sent.version ?? etag,
    back: { href: bar.href, text: 'Back to the case' },
    values: knownValues(instrument, same, last),
    model: {
      bar,
      suggestion,
      blocked: missing && { missing, href: bar.href },
      ...askedOf(instrument, same, visit.form),
      others: instruments
        .filter(({ id }) => id !== instrument.id)
        .map(({ id, title }) => ({ href: `${bar.href}/assess-risk?instrument=${id}`, title })),
      last: last && {
        ...last.body,
        grade: gradeName(last.body.proposed),
        date: dateWords(last.happened),
      },
      words: childsWords(view, 3).shown,
      questions: contradictionQuestions(),
      grades: ['none', 'low', 'medium', 'high'].map((value) => ({ value, text: gradeName(value) })),
    },
  };
}
