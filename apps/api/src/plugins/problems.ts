import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { BodyError } from '../body.js';
import { type Problem, ProblemError, problemType } from '../problem.js';

const byCode: Record<string, Pick<Problem, 'status' | 'code' | 'title' | 'detail'>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'TOO_LARGE',
    title: 'Too large',
    detail: 'The request is larger than this address takes.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'MEDIA_TYPE',
    title: 'Wrong media type',
    detail: 'Send application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'EMPTY_BODY',
    title: 'Empty body',
    detail: 'The body is empty: send a JSON object.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'NOT_JSON',
    title: 'Not JSON',
    detail: 'The body is not JSON.',
  },
};

function problemOf(error: FastifyError | Error): Omit<Problem, 'type'> {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof BodyError)
    return {
      status: 400,
      code: 'INVALID_BODY',
      title: 'The request has faults',
      detail: 'Some fields have faults; nothing was stored.',
      errors: error.faults,
    };
  const code = (error as FastifyError).code ?? '';
  const known = byCode[code];
  if (known) return known;
  if (code === '23514' && (error as { constraint?: string }).constraint === 'record_standing_check')
    return {
      status: 409,
      code: 'RECORD_FULL',
      title: 'The record is full',
      detail: 'The record cannot hold more of this kind; nothing was stored.',
    };
  const status = (error as FastifyError).statusCode ?? 500;
  if (error instanceof SyntaxError && status === 400) return byCode.FST_ERR_CTP_INVALID_JSON_BODY as Problem;
  if (status >= 400 && status < 500)
    return { status, code: code || 'REFUSED', title: 'Refused', detail: error.message };
  if (isUnavailable(error))
    return {
      status: 503,
      code: 'UNAVAILABLE',
      title: 'Not available now',
      detail: 'The database does not answer. Nothing was shown. Repeat the request with the same key.',
    };
  return {
    status: 500,
    code: 'INTERNAL',
    title: 'Our fault',
    detail: 'Something went wrong on our side; nothing was stored. Repeat the request with the same key.',
  };
}

/** Whether the database could not be reached, or refused to write what must be written before anything is shown. */
function isUnavailable(error: Error): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    /^(08|53|57P|25006|40001|40P01)/.test(code) ||
    (code === '42501' && /\baudit(_subject)?\b/.test(error.message)) ||
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'OUTCOME_UNKNOWN',
      'ROLLED_BACK',
      'ERR_STREAM_DESTROYED',
    ].includes(code) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
  );
}

const send = (request: FastifyRequest, reply: FastifyReply, problem: Omit<Problem, 'type'>) =>
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: problemType(problem.code), ...problem, instance: request.id });

/** Turns an answer that is about to leave into the problem document of an error; gives its text. */
export function problemText(request: FastifyRequest, reply: FastifyReply, error: Error): string {
  const problem = problemOf(error);
  if (error instanceof ProblemError) reply.headers(error.headers);
  for (const name of ['etag', 'location', 'content-length']) reply.removeHeader(name);
  reply.code(problem.status).type('application/problem+json');
  return JSON.stringify({ type: problemType(problem.code), ...problem, instance: request.id });
}

const noRoute = {
  status: 404,
  code: 'NO_ROUTE',
  title: 'Not found',
  detail: 'There is nothing at this address.',
};

/** An address that cannot be read leads nowhere: 404, as any other that does. */
export function answerFrameworkError(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void send(request, reply, noRoute);
}

/** What is not HTTP, or not sent in time, is answered with a problem document as far as the connection still takes one. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, title] = clientErrors[error.code ?? ''] ?? [400, 'Bad Request'];
  const code = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'TOO_SLOW' : 'NOT_HTTP';
  const body = JSON.stringify({
    type: problemType(code),
    status,
    code,
    title,
    detail: 'The request could not be read.',
  });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const clientErrors: { [code: string]: [number, string] } = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};

/** Every error leaves as a problem document; what is our fault is logged by its kind, never with its content. */
export const problems = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = problemOf(error);
      if (problem.status >= 500)
        request.log.error(
          { kind: error.name, code: error.code, route: request.routeOptions.url },
          'request failed',
        );
      if (error instanceof ProblemError)
        for (const [name, value] of Object.entries(error.headers)) reply.header(name, value);
      return send(request, reply, problem);
    });
    app.setNotFoundHandler((request, reply) => send(request, reply, noRoute));
    // Only JSON is taken: text would be parsed as one string.
    app.removeContentTypeParser('text/plain');
  },
  { name: 'problems' },
);
