import { addReview, findReviews, reading, reviewDecisions, type Tx } from '@mase/store';
import { type Profile, roleNames } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Instant, OneOf, Text } from '../fields.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { invalid, notPermitted } from '../problem.js';
import { DaysQuery, demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';
import { type UnusualLine, type UnusualReport, unusualReport } from './unusual-looking-report.js';

/** Of which days the report is, both included. */
export class UnusualLookingQuery extends FileQuery {
  @Day()
  from: string;

  @Day()
  to: string;
}

/** What is made of a line of the report of some days, with words, up to the last look that it counts. */
export class ReviewLookingBody extends DaysQuery {
  /** The key of the line, as the report gives it. */
  @Text(300)
  line: string;

  @Instant()
  seenUntil: string;

  @OneOf(reviewDecisions)
  decision: (typeof reviewDecisions)[number];

  @Text(5000)
  words: string;
}

const address = '/api/v1/unusual-looking';
const readers = ['information-governance', 'caldicott-guardian', 'auditor'] as const;
const tags = ['unusual-looking'];
const most = { days: 92 };

const schema = {
  querystring: dto(UnusualLookingQuery),
  tags,
  operationId: 'unusual-looking.list',
  summary: 'Looking at records that asks for an explanation, each line with its own',
  response: {
    200: shownSchema('UnusualLookingView', 'list', 'The report'),
    ...answersOf(400, 401, 403, 503),
  },
};
const reviewSchema = {
  body: dto(ReviewLookingBody),
  tags,
  operationId: 'unusual-looking.review',
  summary: 'Decide about a line of the report, with words; it is kept and never changed',
  response: {
    200: shownSchema('ReviewedLine', 'plain', 'Kept'),
    ...answersOf(400, 401, 403, 413, 415, 503),
  },
};

type Asked = FastifyRequest<{ Querystring: UnusualLookingQuery }>;
type Deciding = FastifyRequest<{ Body: ReviewLookingBody }>;

/** Makes the report for whoever may read it, audited with the children whom it names before it is answered. */
async function report(app: FastifyInstance, request: Asked): Promise<UnusualReport> {
  const { from, to } = request.query;
  demandDays({ from, to }, most);
  const { profile } = await askingOf(app, request);
  return audited(app, request, { action: 'unusual-looking/list' }, async (tx) => {
    demandRole(request, readers, 'information governance, the Caldicott guardian or an auditor');
    const made = await unusualReport(tx, { from, to }, profile);
    return { shown: made.report, persons: made.persons };
  });
}

/** The report of unusual looking and the decision about one of its lines. */
export function unusualLookingRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: UnusualLookingQuery }>(address, { schema }, async (request) => report(app, request));
  app.post<{ Body: ReviewLookingBody }>(`${address}/review`, { schema: reviewSchema }, async (request) => {
    const now = app.store.clock();
    demandRole(request, deciders, decidersWords);
    const { profile } = await askingOf(app, request);
    return reading(app.store, request.reading, async (tx) => {
      const { line, seenUntil, decision, words } = request.body;
      const found = await lineDecided(tx, request, profile);
      const known = (await findReviews(tx, [line])).get(line);
      const same =
        known?.seenUntil === new Date(seenUntil).toISOString() &&
        known.decision === decision &&
        known.words === words &&
        known.byId === request.reading.userId;
      if (same) return { line, decision, at: known.at, repeated: true };
      const persons = found.children.map(({ id }) => id);
      await addReview(tx, request.reading, { line, seenUntil, decision, words, persons }, now);
      return { line, decision, at: now, repeated: false };
    });
  });
}

const deciders = ['information-governance', 'caldicott-guardian'] as const;
const decidersWords =
  'information governance, or the Caldicott guardian where the line is about information governance';

/**
 * The line of the report of the days given that somebody may decide about: the report holds it, as far as the reader
 * sees it; it is about another person; and it is information governance's, the Caldicott guardian's where it is about
 * information governance, for nobody looks over his or her own looking.
 */
async function lineDecided(tx: Tx, request: Deciding, profile: Profile): Promise<UnusualLine> {
  const { line, seenUntil } = request.body;
  const { from, to } = request.body;
  demandDays({ from, to }, most);
  const { report: made } = await unusualReport(tx, { from, to }, profile);
  const found = made.items.find((one) => one.line === line);
  if (!found)
    throw invalid('Some fields have faults; nothing was stored.', [
      { pointer: '/line', code: 'line', detail: 'Not a line of the report of these days.' },
    ]);
  if (Date.parse(seenUntil) > Date.parse(found.last))
    throw invalid('Some fields have faults; nothing was stored.', [
      { pointer: '/seenUntil', code: 'future', detail: 'The line counts no look as late as that.' },
    ]);
  if (found.userId === request.actor.userId) throw notPermitted('somebody other than whom the line is about');
  const governs = request.actor.roles.includes('information-governance');
  if (!governs && !found.roles.includes(roleNames['information-governance']))
    throw notPermitted(decidersWords);
  return found;
}
