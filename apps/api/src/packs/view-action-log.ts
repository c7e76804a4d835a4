import { writeCsv } from '@mase/exchange';
import { findRecordsById, findSittingPapers, type Tx } from '@mase/store';
import { personsOfAction, type UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Optional, Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited, idOf } from '../view.js';
import { actionLog } from './action-log.js';
import { type Action, Papers } from './papers.js';

/** Of which agency the log tells; of all of them where it is left out. */
export class ActionLogQuery {
  @Optional()
  @Text(200)
  agency?: string;
}

const shared = { querystring: dto(ActionLogQuery), params: idParams, tags: ['sittings'] };
const schema = {
  ...shared,
  operationId: 'sittings.actionLog',
  summary: 'The action log of a panel at a sitting: overdue first, not done apart from no longer possible',
  response: { 200: shownSchema('ActionLogView', 'record', 'The log'), ...answersOf(400, 401, 404, 503) },
};
const fileSchema = {
  ...shared,
  operationId: 'sittings.actionLogFile',
  summary: 'The action log of a panel at a sitting, as CSV',
  response: {
    200: { type: 'null', description: 'The log as text/csv, overdue actions first' },
    ...answersOf(400, 401, 404, 503),
  },
};

type Asked = FastifyRequest<{ Querystring: ActionLogQuery }>;

/** The log as this reader sees it: open actions of the cases on the agenda, what ended since, what is overdue of any decision before. */
async function logOf(app: FastifyInstance, request: Asked, tx: Tx) {
  const found = await findSittingPapers(tx, idOf(request));
  if (!found) return null;
  const { now, profile, actor } = await askingOf(app, request);
  const [user] = await findRecordsById(tx, [actor.userId ?? '']);
  const recipient = { ...(user?.standing as UserStanding), id: actor.userId ?? '' };
  const { principals } = request.reading;
  const papers = new Papers(found, { recipient, principals, profile, now, asAt: now });
  const { agency } = request.query;
  const groups = actionLog(papers).map(({ title, actions }) => ({
    title,
    actions: actions.filter((one) => !agency || one.agency === agency),
  }));
  const agencies = [...new Set(actionLog(papers).flatMap(({ actions }) => actions.map((one) => one.agency)))];
  const shown = { groups, agencies: agencies.filter((one) => one !== null).sort() };
  const persons = papers.all<Action>('planAction').flatMap(({ standing }) => personsOfAction(standing));
  return { shown, persons: [...new Set(persons)] };
}

const columns = ['group', 'reference', 'about', 'what', 'owner', 'agency', 'due', 'state', 'late', 'note'];

/** `GET /api/v1/sittings/:id/action-log`, and the same as a file. */
export function viewActionLog(app: FastifyInstance): void {
  const look = (request: Asked) => {
    const record = { kind: 'sitting', id: idOf(request) } as const;
    return audited(app, request, { action: 'sittings/action-log', record }, (tx) => logOf(app, request, tx));
  };
  const address = '/api/v1/sittings/:id/action-log';
  app.get<{ Querystring: ActionLogQuery }>(address, { schema }, (request) => look(request));
  app.get<{ Querystring: ActionLogQuery }>(
    `${address}.csv`,
    { schema: fileSchema },
    async (request, reply) => {
      const { groups } = await look(request);
      const pieces: string[] = [];
      for await (const piece of writeCsv(columns, rowsOf(groups))) pieces.push(piece);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="action-log.csv"')
        .send(pieces.join(''));
    },
  );
}

type Groups = NonNullable<Awaited<ReturnType<typeof logOf>>>['shown']['groups'];

async function* rowsOf(groups: Groups) {
  for (const { title, actions } of groups)
    for (const one of actions)
      yield Object.fromEntries(
        columns.map((name) => [name, name === 'group' ? title : String(one[name as 'what'] ?? '')]),
      );
}
