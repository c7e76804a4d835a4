import { id, named, type Schema } from './schema.js';

const words: { [status: number]: string } = {
  400: 'The request has faults: each is named with its pointer',
  401: 'Nobody is signed in, or the session is over',
  403: 'The person sees the record but may not ask this of it',
  404: 'There is no such record that the person may see',
  409: 'Not possible now: what is missing and what would be accepted are named; or a request with this key is at work',
  412: 'The record changed since the version in If-Match; the version it has now is given',
  413: 'The request is larger than this address takes',
  415: 'The body is not application/json',
  416: 'The file ended before the byte that Range says; Content-Range says how long it is',
  422: 'The key came with another request before',
  428: 'If-Match is missing',
  429: 'Too much was asked: Retry-After says in how many seconds to ask again',
  503: 'The database does not answer; nothing was shown or, with the same key, nothing is done twice',
};

/** The refusals of a route, each as a problem document. */
export function answersOf(...statuses: number[]): { [status: number]: Schema } {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: words[status],
        content: { 'application/problem+json': { schema: named('Problem') } },
      },
    ]),
  );
}

const etag = { etag: { type: 'string', description: 'The version of the record, for If-Match' } };

/** The answer to an accepted command. */
export function acceptedSchema(creates: boolean): Schema {
  return {
    description: creates ? 'Recorded' : 'Done',
    headers: {
      ...etag,
      ...(creates ? { location: { type: 'string', description: 'Where the record is' } } : {}),
    },
    content: { 'application/json': { schema: named('Accepted') } },
  };
}

/** The answer of a view; of one record with its ETag, of a list with a link to the next page. */
export function shownSchema(name: string, of: 'record' | 'list' | 'plain', description: string): Schema {
  const link = {
    link: { type: 'string', description: 'Where the next page is, rel="next"; none on the last page' },
  };
  const headers = of === 'record' ? { headers: etag } : of === 'list' ? { headers: link } : {};
  return { description, ...headers, content: { 'application/json': { schema: named(name) } } };
}

/** The path of one record. */
export const idParams: Schema = {
  type: 'object',
  properties: { id: { ...id, description: 'The id of the record' } },
  required: ['id'],
};

/** The headers of a command. */
export function commandHeaders(asksKey: boolean): Schema {
  const key = {
    type: 'string',
    minLength: 8,
    maxLength: 200,
    description: 'Makes a repetition harmless for 24 hours',
  };
  const match = {
    type: 'string',
    pattern: '^(W/)?"\\d{1,9}"$',
    description: 'The ETag of the record that you saw',
  };
  return asksKey
    ? { type: 'object', properties: { 'Idempotency-Key': key }, required: ['Idempotency-Key'] }
    : {
        type: 'object',
        properties: { 'Idempotency-Key': key, 'If-Match': match },
        required: ['If-Match'],
      };
}
