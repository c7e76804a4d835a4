import { labelOf, localDate, type RecordKind, type Standing, type TallyLine, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { everyListed } from '../every-listed.js';
import { dto } from '../plugins/bodies.js';
import type { FileTable } from '../plugins/list-files.js';
import { DaysFileQuery, type DaysQuery, demandDays } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

/** How the entries of a register that stand are counted over some days. */
export interface RegisterSummary<S extends Standing> {
  kind: RecordKind;
  /** The states in which an entry counts. */
  standing: readonly string[];
  /** Whether an entry is of these days. */
  within: (entry: S, days: DaysQuery) => boolean;
  tally: (entries: readonly S[], on: { today: string; timeZone: string }) => TallyLine[];
}

/** The counts of a register's days, a row each. */
function summaryTable({ from, to, lines }: DaysQuery & { lines: readonly TallyLine[] }): FileTable {
  return {
    of: `${from}-${to}`,
    headings: ['Counted by', 'Which', 'How many'],
    rows: lines.map(({ by, code, n }) => ({
      'Counted by': labelOf(by),
      Which: labelOf(code),
      'How many': String(n),
    })),
  };
}

/** Registers `GET /api/v1/<topic>/summary`: counts of what the reader sees, withdrawn entries left out. */
export function registerSummary<S extends Standing>(app: FastifyInstance, of: RegisterSummary<S>): void {
  const { name } = topicOf(of.kind);
  const summary = 'Entries of these days, counted';
  const schema = {
    querystring: dto(DaysFileQuery),
    tags: [name],
    operationId: `${name}.summary`,
    summary,
    response: { 200: shownSchema('RegisterSummaryView', 'plain', summary), ...answersOf(400, 401, 503) },
  };
  const asked = { schema, config: { table: summaryTable } };
  app.get<{ Querystring: DaysFileQuery }>(`/api/v1/${name}/summary`, asked, async (request) => {
    const { from, to } = request.query;
    demandDays(request.query);
    const { profile, now } = await askingOf(app, request);
    const on = { today: localDate(now, profile.timeZone), timeZone: profile.timeZone };
    return audited(app, request, { action: `${name}/summary` }, async (tx) => {
      const rows = await everyListed(tx, { kind: of.kind, phases: [...of.standing] });
      const entries = rows.map(({ record }) => record.standing as S);
      const counted = entries.filter((one) => of.within(one, { from, to }));
      return { shown: { from, to, entries: counted.length, lines: of.tally(counted, on) }, persons: [] };
    });
  });
}
