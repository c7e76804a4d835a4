import { Readable } from 'node:stream';
import { writeCsv, writeXlsx } from '@mase/exchange';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { type ListColumn, listColumns, rowOf } from '../list-files/list-columns.js';
import { type FileFormat, FileQuery } from '../page.js';
import { shapeOf } from './bodies.js';

/** The most lines of a list as a file; more leave by an export, which two people decide. */
export const mostLines = 20_000;
const atOnce = 100;

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** An answer that is no list of pages, as the table that stands in its file. */
export interface FileTable {
  headings: readonly string[];
  rows: readonly Readonly<Record<string, string>>[];
  /** What the file is called besides its address: whose it is, or of which days. */
  of?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Makes the table of what the route answers: it then comes as a file too, where `format` asks for one. */
    table?: (shown: never) => FileTable;
  }
}

type Handler = (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown;
interface Page {
  items: unknown[];
  next?: string | null;
}

interface ListSchema {
  querystring?: { $ref?: string };
  response?: { 200?: { headers?: { link?: object }; content?: { [type: string]: { schema: object } } } };
}

/** The name of the answer of a route that lists; undefined where it does not, or has no pages. */
function listNamed({ method, schema }: RouteOptions): string | undefined {
  const { querystring, response } = (schema ?? {}) as ListSchema;
  const shape = querystring?.$ref && shapeOf(querystring.$ref);
  const shown = response?.[200];
  if (
    method !== 'GET' ||
    !shape ||
    !(shape === FileQuery || shape.prototype instanceof FileQuery) ||
    !shown?.headers?.link
  )
    return undefined;
  return (shown.content?.['application/json']?.schema as { $ref?: string } | undefined)?.$ref?.replace(
    '#',
    '',
  );
}

/** The lines of a list, asked page by page of its own route: each page is audited before it is given out. */
async function* linesOf(
  first: Page,
  pageAfter: (after: string) => Promise<Page>,
): AsyncGenerator<{ line: unknown } | { cut: true }> {
  let count = 0;
  for (let page = first; ; ) {
    for (const line of page.items) {
      if (count === mostLines) {
        yield { cut: true };
        return;
      }
      count += 1;
      yield { line };
    }
    if (!page.next) return;
    page = await pageAfter(page.next);
  }
}

/** Asks a list for its pages as the same reader, and answers them as one file. */
function asFile(columns: readonly ListColumn[], handler: Handler): Handler {
  return async function (request, reply) {
    const { format, ...asked } = request.query as { format?: FileFormat };
    if (!format) return handler.call(this, request, reply);
    const silent = Object.create(reply, { header: { value: () => silent } }) as FastifyReply;
    const pageAfter = (after?: string) => {
      const query = { ...asked, limit: atOnce, ...(after ? { after } : {}) };
      const paged = Object.create(request, { query: { value: query } }) as FastifyRequest;
      return Promise.resolve(handler.call(this, paged, silent)) as Promise<Page>;
    };
    const [first] = columns;
    const cut = {
      [first?.heading ?? '']: `Cut after ${mostLines} lines: use the filters, or ask for an export.`,
    };
    // Refusals come before the first byte of the file.
    const lines = linesOf(await pageAfter((asked as { after?: string }).after), pageAfter);
    async function* rows() {
      for await (const one of lines) yield 'line' in one ? rowOf(columns, one.line) : cut;
    }
    const headings = columns.map(({ heading }) => heading);
    return sendFile(reply, format, { name: nameOf(request), headings, rows: rows() });
  };
}

/** What the file of a route is called: its address without the version of the api and without ids. */
const nameOf = ({ routeOptions: { url = '' } }: FastifyRequest): string =>
  url
    .split('/')
    .slice(3)
    .filter((part) => !part.startsWith(':'))
    .join('-');

function sendFile(
  reply: FastifyReply,
  format: FileFormat,
  file: { name: string; headings: readonly string[]; rows: AsyncIterable<Record<string, string>> },
): FastifyReply {
  const { name, headings, rows } = file;
  const pieces = format === 'csv' ? writeCsv(headings, rows) : writeXlsx(name, headings, rows);
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(Readable.from(pieces, { objectMode: false, highWaterMark: 1 }));
}

/** The table of a named answer that has all its `items` at once. */
export function itemsTable(name: string): (shown: { items: readonly unknown[] }) => FileTable {
  return ({ items }) => {
    const columns = listColumns(name);
    return {
      headings: columns.map(({ heading }) => heading),
      rows: items.map((line) => rowOf(columns, line)),
    };
  };
}

/** Asks a route that answers a table for the same answer, and gives it as a file. */
function tableAsFile(table: (shown: never) => FileTable, handler: Handler): Handler {
  return async function (request, reply) {
    const { format } = request.query as { format?: FileFormat };
    if (!format) return handler.call(this, request, reply);
    const { headings, rows, of } = table((await handler.call(this, request, reply)) as never);
    async function* each() {
      yield* rows;
    }
    const name = [nameOf(request), of].filter(Boolean).join('-');
    return sendFile(reply, format, { name, headings, rows: each() });
  };
}

/**
 * Every list that comes in pages, and every report whose route says its `table`, comes as a file too, where `format` asks for
 * one: the same lines under the same filters and rights, as CSV or XLSX, with every cell inert.
 */
export const listFiles = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      const { table } = route.config ?? {};
      const name = table ? undefined : listNamed(route);
      const columns = name ? listColumns(name) : [];
      if (!table && columns.length === 0) return;
      const handler = route.handler as Handler;
      route.handler = (
        table ? tableAsFile(table, handler) : asFile(columns, handler)
      ) as typeof route.handler;
      const { content } = (route.schema as ListSchema).response?.[200] ?? {};
      for (const type of Object.values(types))
        Object.assign(content ?? {}, { [type.replace(/;.*/, '')]: { schema: { type: 'string' } } });
    });
  },
  { name: 'list-files', dependencies: ['bodies'] },
);
