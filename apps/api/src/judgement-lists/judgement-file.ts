import { findJudgements, type JudgementRow, type Tx } from '@mase/store';
import { type JudgementList, judgementLists, periodOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { OneOf } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { csvText, DaysQuery, demandDays, fileAnswers, sendCsv } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';
import { demandJudge, lineOf } from './judgement-list.js';

/** Which list is wanted as a file, and of which days, both included. */
export class JudgementFileQuery extends DaysQuery {
  @OneOf(judgementLists)
  list: JudgementList;
}

const most = 20_000;
const atOnce = 500;

const schema = {
  querystring: dto(JudgementFileQuery),
  tags: ['judgement-lists'],
  operationId: 'judgement-lists.file',
  summary: 'Judgements that the chair and the auditor look at, as CSV: the newest 20,000 of the days',
  response: fileAnswers('The list as text/csv, the newest first'),
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
        return { shown: await csvText(columns, records(list, rows)), persons };
      });
      return sendCsv(reply, `judgements-${list}-${from}-${to}.csv`, text);
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
