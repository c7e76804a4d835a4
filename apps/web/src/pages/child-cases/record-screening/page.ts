import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { again, goTo, type Page, type Shown, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { askedOf } from '../assess-risk/asked.js';
import { chosenInstrument, type Instrument } from '../assess-risk/assessment-form.js';
import { openQuestions, placeOf, typedAssessment } from '../assess-risk/typed-answers.js';
import { obstaclesOf, openCase } from '../case-page.js';
import { type Screened, screeningNext } from './screened.js';

async function readTools(visit: Visit): Promise<Instrument[]> {
  const { body } = await visit.read<{ items: Instrument[] }>('/api/v1/instruments/in-force', {
    purpose: 'screening',
  });
  return body.items;
}

/** The form as the body of the command: answers alone, no grade. */
function typedScreening(visit: Visit, instrument: Instrument) {
  const { instrument: id, instrumentVersion, answers, levels } = typedAssessment(visit, instrument);
  const [learningDisability, occasion] = [visit.typed('learningDisability'), visit.typed('occasion')];
  return { instrument: id, instrumentVersion, answers, levels, learningDisability, occasion };
}

/** What the tool makes of the answers: asked of the api, for nothing of it is known here. */
async function adviceOf(visit: Visit, instrument: Instrument): Promise<Screened> {
  const { occasion: _occasion, ...body } = typedScreening(visit, instrument);
  const to = path`/api/v1/child-cases/${visit.params.id ?? ''}/suggestion`;
  return (await visit.send<{ result: Screened }>(to, body)).body.result;
}

async function screeningForm(visit: Visit): Promise<Shown> {
  const [{ view, etag, bar }, tools] = await Promise.all([openCase(visit), readTools(visit)]);
  const missing = obstaclesOf(view, 'record-screening');
  const instrument = tools.length > 0 ? chosenInstrument(visit, tools) : null;
  return {
    title: 'Record a screening',
    version: visit.sent.version ?? etag,
    back: { href: bar.href, text: 'Back to the case' },
    model: {
      bar,
      blocked: missing && { missing, href: bar.href },
      tool: instrument?.title ?? null,
      ...(instrument ? askedOf(instrument, null, visit.form) : { domains: [], guidance: '' }),
      others: tools
        .filter(({ id }) => id !== instrument?.id)
        .map(({ id, title }) => ({ href: `${bar.href}/record-screening?instrument=${id}`, title })),
    },
  };
}

/** A short screening: it says whether somebody should assess, and never what grade. */
export const page: Page = {
  id: 'child-cases/record-screening',
  url: '/child-cases/:id/record-screening',
  section: '/child-cases',
  fields: {
    answer: select('an answer'),
    source: enter('who or what it comes from'),
    date: enterDate('the date'),
    learningDisability: select('whether the child has a learning disability'),
    occasion: enter('what gave rise to the screening'),
    happened: enterDate('the date and time when it happened'),
  },
  draft: (visit) => visit.params.id ?? '',
  place: placeOf,

  async get(visit) {
    return show(await screeningForm(visit));
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const instrument = chosenInstrument(visit, await readTools(visit));
    const open = openQuestions(visit, instrument);
    if (Object.keys(open).length > 0) return again(open);
    const { next, advice } = await adviceOf(visit, instrument);
    const happened = visit.typedMoment('happened');
    await visit.send(path`/api/v1/child-cases/${id}/record-screening`, {
      ...typedScreening(visit, instrument),
      happened,
    });
    return goTo(
      `/child-cases/${id}`,
      `The screening is recorded. It gives no grade. It says: “${advice}”. ${screeningNext[next] ?? ''}`,
    );
  },
};
