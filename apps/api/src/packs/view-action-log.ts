import { findRecordsById, findSittingPapers, type Tx } from '@mase/store';
import { personsOfAction, type UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Optional, Text } from '../fields.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import type { FileTable } from '../plugins/list-files.js';
import { askingOf, audited, idOf } from '../view.js';
import { actionLog } from './action-log.js';
import { type Action, Papers } from './papers.js';

/** Of which agency the log tells; of all of them where it is left out. */
export class ActionLogQuery extends FileQuery {
  @Optional()
  @Text(200)
  agency?: string;
}

const schema = {
  querystring: dto(ActionLogQuery),
  params: idParams,
  tags: ['sittings'],
  operationId: 'sittings.actionLog',
  summary: 'The action log of a panel at a sitting: overdue first, not done apart from no longer possible',
  response: { 200: shownSchema('ActionLogView', 'record', 'The log'), ...answersOf(400, 401, 404, 503) },
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

type Log = NonNullable<Awaited<ReturnType<typeof logOf>>>['shown'];

/** The log as one table: which group each action stands in comes first. */
function logTable({ groups }: Log): FileTable {
  return {
    headings: ['Group', 'Reference', 'About', 'What', 'Owner', 'Agency', 'Due', 'State', 'Late', 'Note'],
    rows: groups.flatMap(({ title, actions }) =>
      actions.map((one) => ({
        Group: title,
        Reference: one.reference,
        About: one.about ?? '',
        What: one.what,
        Owner: one.owner ?? '',
        Agency: one.agency ?? '',
        Due: one.due ?? '',
        State: one.state,
        Late: one.late ?? '',
        Note: one.note ?? '',
      })),
    ),
  };
}

/** `GET /api/v1/sittings/:id/action-log`. */
export function viewActionLog(app: FastifyInstance): void {
  const asked = { schema, config: { table: logTable } };
  app.get<{ Querystring: ActionLogQuery }>('/api/v1/sittings/:id/action-log', asked, (request) => {
    const record = { kind: 'sitting', id: idOf(request) } as const;
    return audited(app, request, { action: 'sittings/action-log', record }, (tx) => logOf(app, request, tx));
  });
}
