import { writeCsv } from '@mase/exchange';
import { findJudgements, type JudgementRow, type Tx } from '@mase/store';
import { type JudgementList, judgementLists, periodOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf } from '../description/answers.js';
import { Day, OneOf } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { demandDays, demandJudge, lineOf } from './judgement-list.js';

/** Which list is wanted as a file, and of which days, both included. */
export class JudgementFileQuery {
  @OneOf(judgementLists)
  list: JudgementList;

  @Day()
  from: string;

  @Day()
  to: string;
}

const most = 20_000;
const atOnce = 500;

const schema = {
  querystring: dto(JudgementFileQuery),
  tags: ['judgement-lists'],
  operationId: 'judgement-lists.file',
  summary: 'Judgements that the chair and the auditor look at, as CSV: the newest 20,000 of the days',
  response: {
    200: { type: 'null', description: 'The list as text/csv, the newest first' },
    ...answersOf(400, 401, 403, 503),
  },
};

/** `GET /api/v1/judgement-lists.csv`: the same list whole, as a file; every child in it is audited before it is sent. */
export function judgementFileRoute(app: FastifyInstance): void {
  app.get<{ Querystring: JudgementFileQuery }>(
    '/api/v1/judgement-lists.csv',
    { schema },
    async (request, reply) => {
      const { list, from, to } = request.query;
      const { profile } = await askingOf(app, request);
      demandDays(request.query);
      const period = periodOf(from, to, profile.timeZone);
      const text = await audited(app, request, { action: 'judgement-lists/list' }, async (tx) => {
        demandJudge(request);
        const rows = await allRows(tx, list, period);
        const persons = [...new Set(rows.map((row) => row.record.standing.childId))];
        return { shown: await fileText(list, rows), persons };
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="judgements-${list}-${from}-${to}.csv"`)
        .send(text);
    },
  );
}

async function allRows(
  tx: Tx,
  list: JudgementList,
  period: { from: string; to: string },
): Promise<JudgementRow[]> {
  const rows: JudgementRow[] = [];
  while (rows.length < most) {
    const last = rows.at(-1);
    const after = last && { at: last.at, id: last.id };
    const asked = { list, from: period.from, until: period.to, after, limit: atOnce };
    const page = await findJudgements(tx, asked);
    rows.push(...page);
    if (page.length < atOnce) break;
  }
  return rows;
}

const columns = [
  ...['child', 'reference', 'team', 'judged', 'recorded', 'grade', 'floor', 'reasons', 'by'],
  ...['harm recorded now', 'case'],
];

async function fileText(list: JudgementList, rows: readonly JudgementRow[]): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of writeCsv(columns, records(list, rows))) pieces.push(piece);
  return pieces.join('');
}

async function* records(list: JudgementList, rows: readonly JudgementRow[]) {
  for (const row of rows) {
    const one = lineOf(list, row);
    yield {
      child: one.name,
      reference: one.reference,
      team: one.team ?? '',
      judged: one.happened,
      recorded: one.at,
      grade: one.grade ?? '',
      floor: one.floor ?? '',
      reasons: one.reasons.join(' / '),
      by: one.by ?? '',
      'harm recorded now': one.harmNow.join('; '),
      case: one.caseId,
    };
  }
}
