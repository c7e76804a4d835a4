import { Type } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idPattern, OneOf, Optional, Text, Whole } from './fields.js';
import { invalid } from './problem.js';

/** The forms in which a list or a table leaves as a file. */
export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Whether an answer is wanted as a file. */
export function Format(): PropertyDecorator {
  const [optional, oneOf] = [Optional(), OneOf(fileFormats)];
  return (target, key) => {
    optional(target, key);
    oneOf(target, key);
  };
}

/** Whether a list or a table is wanted as a file: then it is whole, from where a page would begin. */
export class FileQuery {
  @Format()
  format?: FileFormat;
}

/** Where a page begins, and how long it is: 25 lines unless asked otherwise, 100 at most. */
export class PageQuery extends FileQuery {
  @Optional()
  @Text(300)
  after?: string;

  @Optional()
  @Type(() => Number)
  @Whole(1, 100)
  limit?: number;
}

/** How a list may be sorted: by the record's making, its opening, or what is due next of it; with a minus the other way. */
export type SortAsked = 'recorded' | '-recorded' | 'opened' | '-opened' | 'due' | '-due';

/** The orders in which a list is given, where an address asks for one; 400 names them where it asks for another. */
export function Sorted(...orders: SortAsked[]): PropertyDecorator {
  const [optional, oneOf] = [Optional(), OneOf(orders)];
  return (target, key) => {
    optional(target, key);
    oneOf(target, key);
  };
}

/** A page of records of which none is due, or that do not say so to each of their readers. */
export class RecordsQuery extends PageQuery {
  @Sorted('recorded', '-recorded')
  sort?: SortAsked;
}

/** A page of records that say what is due of them. */
export class DueRecordsQuery extends PageQuery {
  @Sorted('recorded', '-recorded', 'due', '-due')
  sort?: SortAsked;
}

/** The length of a page that is not asked for. */
export const usualLimit = 25;

/** The end of a page as an opaque text for the next page's address. */
export function cursorText(cursor: object): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor that a list gave; 400 where it is not one. */
export function readCursor<T>(
  text: string | undefined,
  isCursor: (value: unknown) => value is T,
): T | undefined {
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (isCursor(value)) return value;
  throw invalid('The page address is not one that this list gave.', [
    { pointer: '/after', code: 'cursor', detail: 'Not a page of this list.' },
  ]);
}

/** Whether a cursor names a record: the last of a page that is in the order of ids. */
export function isIdCursor(value: unknown): value is { id: string } {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'string' && idPattern.test(id);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Says where the next page is, with the same filters; nothing on the last page. */
export function linkNext(reply: FastifyReply, request: FastifyRequest, next: string | null): void {
  if (next === null) return;
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query as object))
    if (name !== 'after') for (const one of [value].flat()) address.append(name, String(one));
  address.append('after', next);
  reply.header(
    'link',
    `<${request.routeOptions.url?.replace(':id', (request.params as { id?: string }).id ?? '')}?${address}>; rel="next"`,
  );
}
