import { findFigureRecords } from '@mase/store';
import {
  findMeasure,
  type Measure,
  measuresIn,
  partLabel,
  type Scorecard,
  type ScorecardDays,
  scorecardIds,
  scorecardRegistry,
} from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { invalid } from '../problem.js';
import { csvText, demandDays, demandRole, fileAnswers, mostYears, sendCsv } from '../report-of-days.js';
import { type Asking, askingOf, audited } from '../view.js';
import { FigureQuery, knownAsAt, ScorecardQuery, scorecardReaders } from './asked-scorecard.js';
import { comparedKnown } from './compared-known.js';
import { scorecardColumns, scorecardRows } from './scorecard-rows.js';
import { codes, figuresOf, viewScorecard } from './view-scorecard.js';

const tags = ['scorecards'];
const refusals = answersOf(400, 401, 403, 503);
const schema = {
  querystring: dto(ScorecardQuery),
  tags,
  operationId: 'scorecard.view',
  summary:
    'One scorecard: every figure with its definition, numerator and denominator, beside another period',
  response: {
    200: shownSchema('ScorecardView', 'plain', 'Counts alone: nobody is named'),
    ...refusals,
  },
};
const fileSchema = {
  ...schema,
  operationId: 'scorecard.file',
  summary: 'The scorecard as CSV; for outside the partnership with small numbers kept back',
  response: fileAnswers('The scorecard as text/csv'),
};
const recordsSchema = {
  querystring: dto(FigureQuery),
  tags,
  operationId: 'scorecard.records',
  summary: 'The records that a figure is counted from, as the reader may see them, and how many are withheld',
  response: {
    200: shownSchema('FigureRecordsView', 'plain', 'The records that the reader sees, at most 500'),
    ...refusals,
  },
};
const measuresSchema = {
  tags,
  operationId: 'scorecard.measures',
  summary: 'The registry of measures: what each counts, what it is of, and who answers for it',
  response: {
    200: shownSchema('MeasureRegistryView', 'plain', 'Every scorecard with its measures'),
    ...answersOf(401, 503),
  },
};

type Asked = FastifyRequest<{ Querystring: ScorecardQuery }>;
type FigureAsked = FastifyRequest<{ Querystring: FigureQuery }>;

/** How many records one answer names. */
const mostRecords = 500;

/** Scorecards, the records behind their figures, and the registry of measures. */
export function scorecardRoutes(app: FastifyInstance): void {
  app.get('/api/v1/scorecard/measures', { schema: measuresSchema }, async () => ({
    scorecards: registryView(),
  }));
  app.get('/api/v1/scorecard', { schema }, async (request: Asked) => scorecardAsked(app, request));
  app.get('/api/v1/scorecard.csv', { schema: fileSchema }, async (request: Asked, reply) => {
    const scorecard = await scorecardAsked(app, request);
    const { id, from, to, suppressed } = scorecard;
    const name = `scorecard-${id}-${from}-${to}${suppressed ? '-for-others' : ''}.csv`;
    return sendCsv(reply, name, await csvText(scorecardColumns, scorecardRows(scorecard)));
  });
  app.get('/api/v1/scorecard/records', { schema: recordsSchema }, async (request: FigureAsked) =>
    recordsAsked(app, request),
  );
}

const registryView = () =>
  scorecardIds.map((id) => {
    const { name, strand, source, measures } = scorecardRegistry[id];
    return { id, name, strand, source, measures: measures.map((one) => measureView(one)) };
  });

const measureView = ({ id, name, definition, unit, numerator, denominator, by, owner }: Measure) => ({
  ...{ id, name, definition, unit, numerator: numerator.words, denominator: denominator?.words ?? null },
  ...{ byPart: by !== undefined, owner },
});

/** The days that are asked for; refuses (400) those that are none, and one day of the two to compare with alone. */
function daysOf(query: ScorecardQuery): Pick<ScorecardDays, 'from' | 'to' | 'compareFrom' | 'compareTo'> {
  const { from, to, compareFrom = null, compareTo = null } = query;
  demandDays(query, mostYears);
  if ((compareFrom === null) !== (compareTo === null))
    throw invalid('Say both days of the period to compare with.', [
      {
        pointer: compareFrom === null ? '/compareFrom' : '/compareTo',
        code: 'required',
        detail: 'The other day is said.',
      },
    ]);
  if (compareFrom && compareTo) {
    if (compareTo < compareFrom)
      throw invalid('Give other days.', [
        { pointer: '/compareTo', code: 'period', detail: 'It lies before the first day.' },
      ]);
    demandDays({ from: compareFrom, to: compareTo }, mostYears);
  }
  return { from, to, compareFrom, compareTo };
}

async function scorecardAsked(app: FastifyInstance, request: Asked): Promise<Scorecard> {
  const { scorecard: id, asAt, for: whom } = request.query;
  const days = daysOf(request.query);
  const asking = await askingOf(app, request);
  return audited(app, request, { action: 'scorecard/view', oneSnapshot: true }, async (tx) => {
    demandReader(request, id);
    const known = await knownAsAt(tx, asAt, asking);
    const { profile } = asking;
    const asked = { ...days, knownAt: known.at, entries: known.entries };
    const shown = await viewScorecard(tx, { id, days: asked, profile, outside: whom === 'outside' });
    return { shown, persons: [] };
  });
}

function demandReader(request: FastifyRequest, id: ScorecardQuery['scorecard']): void {
  demandRole(
    request,
    scorecardReaders(id),
    'those who steer the partnership, its managers and its auditors; the police read incidents and missing episodes too',
  );
}

async function recordsAsked(app: FastifyInstance, request: FigureAsked) {
  const asking = await askingOf(app, request);
  const asked = figureAsked(request.query);
  return audited(app, request, { action: 'scorecard/records', oneSnapshot: true }, async (tx) => {
    demandReader(request, request.query.scorecard);
    return recordsBehind(tx, request.query, asked, asking);
  });
}

/** Which figure is asked for, over which days; refuses (400) one that is none. */
function figureAsked(query: FigureQuery) {
  const days = daysOf(query);
  const measure = findMeasure(query.scorecard, query.figure);
  if (!measure)
    throw invalid('Say another figure.', [
      {
        pointer: '/figure',
        code: 'figure',
        detail: 'The scorecard has no such figure.',
      },
    ]);
  if (query.of === 'comparison' && !days.compareFrom)
    throw invalid('Say the period to compare with.', [
      {
        pointer: '/compareFrom',
        code: 'required',
        detail: 'The records asked for are those of that period.',
      },
    ]);
  const period =
    query.of === 'comparison' && days.compareFrom && days.compareTo
      ? { from: days.compareFrom, to: days.compareTo }
      : { from: days.from, to: days.to };
  return { days, measure, period };
}

async function recordsBehind(
  tx: Parameters<typeof findFigureRecords>[0],
  { scorecard, asAt, part, of }: FigureQuery,
  { days, measure: asked, period }: ReturnType<typeof figureAsked>,
  asking: Asking,
) {
  const known = await knownAsAt(tx, asAt, asking);
  const measure = measuresIn(asking.profile, [asked])[0] ?? asked;
  const { count, parts } = measure.numerator;
  const now = { ...days, knownAt: known.at, entries: known.entries };
  const beside = of === 'comparison' ? await comparedKnown(tx, now, asking.profile.timeZone) : null;
  const { knownAt } = beside ?? now;
  const figures = figuresOf(beside ?? now, asking.profile, period);
  const counted = { count, ...(part === undefined ? (parts ? { parts } : {}) : { parts: [part] }) };
  const found = await findFigureRecords(tx, { scorecard, counted, limit: mostRecords }, figures);
  const { records, visible, all } = found;
  const shown = {
    ...{ scorecard, figure: measure.id, name: measure.name, definition: measure.definition },
    ...{
      part: part ?? null,
      label: part === undefined ? null : partLabel(asked, part, asking.profile, codes),
    },
    ...{ ...period, knownAt, all, visible, withheld: all - visible },
    records: records.map(({ persons: _, phase, ...record }) => ({ ...record, state: phase })),
  };
  return { shown, persons: [...new Set(records.flatMap(({ persons }) => persons))] };
}
