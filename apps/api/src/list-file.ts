import { type ListAsked, type ListedRecord, listRecords, type Tx } from '@mase/store';
import type { RecordKind } from '@mase/workflow';
import { topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { csvText, fileAnswers, sendCsv } from './report-of-days.js';
import { audited } from './view.js';

/** A list as a file: its columns, and the cells of each record under them. */
export interface ListFile {
  kind: RecordKind;
  summary: string;
  columns: readonly string[];
  row: (row: ListedRecord) => Record<string, string>;
  persons: (row: ListedRecord) => string | null;
}

const most = 20_000;
const atOnce = 100;

/** Every record of a kind that the reader may see, the newest first, up to 20,000. */
export async function everyListed(tx: Tx, asked: Omit<ListAsked, 'after' | 'limit' | 'sort'>) {
  const rows: ListedRecord[] = [];
  let after: ListAsked['after'];
  do {
    const page = await listRecords(tx, { ...asked, sort: 'newest', after, limit: atOnce });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after && rows.length < most);
  return rows;
}

/**
 * Registers `GET /api/v1/<topic>.csv`: the list of a topic whole, as far as the reader may see it, the newest 20,000;
 * every person in it is audited before it is sent, and formulas are made inert.
 */
export function registerListFile(
  app: FastifyInstance,
  { kind, summary, columns, row, persons }: ListFile,
): void {
  const { name } = topicOf(kind);
  const schema = {
    tags: [name],
    operationId: `${name}.file`,
    summary,
    response: fileAnswers('The list as text/csv, the newest first'),
  };
  app.get(`/api/v1/${name}.csv`, { schema }, async (request, reply) => {
    const text = await audited(app, request, { action: `${name}/file` }, async (tx) => {
      const rows = await everyListed(tx, { kind });
      const known = rows.flatMap((one) => persons(one) ?? []);
      return { shown: await csvText(columns, cells(rows, row)), persons: [...new Set(known)] };
    });
    return sendCsv(reply, `${name}.csv`, text);
  });
}

async function* cells(rows: readonly ListedRecord[], row: ListFile['row']) {
  for (const one of rows) yield row(one);
}
