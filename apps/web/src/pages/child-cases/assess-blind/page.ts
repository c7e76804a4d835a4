import { readFileSync } from 'node:fs';
import { path } from '../../../api-client.js';
import { again, goTo, type Page, type Shown, show } from '../../../page.js';
import { templateUrl } from '../../../templating/template-url.js';
import type { Visit } from '../../../visit.js';
import { askedOf, knownValues } from '../assess-risk/asked.js';
import { chosenInstrument, readInstruments } from '../assess-risk/assessment-form.js';
import { page as assessRisk } from '../assess-risk/page.js';
import { suggestionOf } from '../assess-risk/suggestion.js';
import { openQuestions, typedAssessment } from '../assess-risk/typed-answers.js';
import { obstaclesOf, openCase } from '../case-page.js';
import { gradeName } from '../code-words.js';

/** The second assessment of a child: the questions of the first, and nothing of what was answered. */
export const page: Page = {
  ...assessRisk,
  id: 'child-cases/assess-blind',
  url: '/child-cases/:id/assess-blind',
  view: readFileSync(templateUrl('pages/child-cases/assess-risk/view.hbs'), 'utf8'),

  async get(visit) {
    return show(await blindForm(visit));
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const instrument = chosenInstrument(visit, await readInstruments(visit));
    if (visit.typed('show') === 'suggestion') {
      const suggestion = await suggestionOf(visit, instrument);
      return show({ ...(await blindForm(visit, suggestion)), values: visit.form });
    }
    const open = openQuestions(visit, instrument);
    if (Object.keys(open).length > 0) return again(open);
    await visit.send(path`/api/v1/child-cases/${id}/assess-blind`, typedAssessment(visit, instrument));
    return goTo(
      `/child-cases/${id}`,
      'Your assessment is recorded. It changes nothing of the case: it shows how far two people agree',
    );
  },
};

async function blindForm(visit: Visit, suggestion: Shown['model'] | null = null): Promise<Shown> {
  const { view, etag, bar } = await openCase(visit);
  const missing = obstaclesOf(view, 'assess-blind');
  // Who was not asked is told so, and is given no questions.
  const instrument = missing ? null : chosenInstrument(visit, await readInstruments(visit));
  return {
    title: 'Make the second assessment',
    version: visit.sent.version ?? etag,
    back: { href: bar.href, text: 'Back to the case' },
    values: instrument ? knownValues(instrument, null, null) : {},
    model: {
      bar,
      suggestion,
      blocked: missing && { missing, href: bar.href },
      ...(instrument ? askedOf(instrument, null, visit.form) : { domains: [], kinds: [] }),
      others: [],
      last: null,
      words: [],
      questions: [],
      grades: ['none', 'low', 'medium', 'high'].map((value) => ({ value, text: gradeName(value) })),
    },
  };
}
