import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the api answered while this request was served. */
    answered?: readonly unknown[];
  }
}

/** Under these names the api says what is missing and what was wrong, in words of its own, in every answer. */
const saidByApi = new Set(['missing', 'errors']);

/** Every text in what was answered or typed, at whatever depth, but for what the api says of its own. */
export function* textsWritten(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value.trim();
  else if (Array.isArray(value)) for (const one of value) yield* textsWritten(one);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) if (!saidByApi.has(name)) yield* textsWritten(one);
}

/**
 * Tells what somebody wrote from what the site says, for a page that answers this request: every text that the api answered,
 * and all that was typed or stands in the address, was written by somebody, whatever it reads like. The rest is the site's.
 */
export function writtenIn(request: FastifyRequest, ...more: unknown[]): (text: string) => boolean {
  let texts: Set<string> | undefined;
  return (text) => {
    texts ??= new Set(textsWritten([request.answered, request.body, request.query, more]));
    return texts.has(text);
  };
}
