import { createHash } from 'node:crypto';
import { canonicalText, change, type ChangeOutcome } from '@mase/store';
import { type Refusal, stateWords, topicAndVerb } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dto } from './plugins/bodies.js';
import { notVisible, ProblemError } from './problem.js';

/** What every command's body may hold besides its own fields. */
export class CommandBody {
  /** When it happened, as an instant with its offset; now where it is left out. Never in the future. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/(Z|[+-]\d\d:\d\d)$/, { message: 'happened must say its offset from UTC' })
  happened?: string;
}

/** An id in a path: a UUID. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One endpoint: a command of a topic, and the class of its body. */
export interface CommandEndpoint {
  name: string;
  body: ClassConstructor<CommandBody>;
}

/** Declares the endpoint of a command. */
export function command(name: string, body: ClassConstructor<CommandBody>): CommandEndpoint {
  return { name, body };
}

const headers = { 'idempotency-key': 'Makes a repetition harmless; 8 to 200 characters', 'if-match': 'The ETag that you saw' };

/** Registers the endpoints of a topic: `POST /api/v1/<topic>[/:id]/<verb>`. */
export function registerCommands(app: FastifyInstance, endpoints: readonly CommandEndpoint[]): void {
  for (const { name, body } of endpoints) {
    const { topic, verb } = topicAndVerb(name);
    const creates = topic.commands[verb]?.creates ?? false;
    app.post<{ Params: { id?: string }; Body: CommandBody }>(
      creates ? `/api/v1/${topic.name}/${verb}` : `/api/v1/${topic.name}/:id/${verb}`,
      {
        schema: {
          body: dto(body),
          tags: [topic.name],
          operationId: name.replace('/', '.'),
          summary: `${verb.replaceAll('-', ' ')} (${topic.name})`,
          description: Object.entries(headers)
            .filter(([header]) => !creates || header !== 'if-match')
            .map(([header, words]) => `${header}: ${words}.`)
            .join(' '),
        },
      },
      async (request, reply) => give(app, request, reply, name, creates),
    );
  }
}

async function give(
  app: FastifyInstance,
  request: FastifyRequest<{ Params: { id?: string }; Body: CommandBody }>,
  reply: FastifyReply,
  name: string,
  creates: boolean,
): Promise<FastifyReply> {
  const id = request.params.id;
  if (!creates && !idPattern.test(id ?? '')) throw notVisible();
  const { happened, ...payload } = request.body;
  const now = app.store.clock();
  const instant = happened ? new Date(happened).toISOString() : undefined;
  if (instant && instant > now)
    throw new ProblemError({ status: 400, code: 'INVALID_BODY', title: 'The request has faults', detail: 'Some fields have faults; nothing was stored.', errors: [{ pointer: '/happened', code: 'future', detail: 'An event cannot lie in the future.' }] });
  const plain = JSON.parse(JSON.stringify(payload)) as object;
  const outcome = await change(app.store, {
    name,
    ...(id === undefined ? {} : { recordId: id }),
    payload: plain,
    actor: request.actor,
    reading: request.reading,
    profile: await app.profileOf(request.reading),
    ...(instant ? { happened: instant } : {}),
    ...keyOf(request, name, id, plain, creates),
    ifMatch: creates ? 'any' : versionOf(request.headers['if-match']),
  });
  return answer(reply, outcome, name, creates);
}

function keyOf(request: FastifyRequest, name: string, id: string | undefined, payload: object, creates: boolean) {
  const key = request.headers['idempotency-key'];
  if (key === undefined && !creates) return {};
  if (typeof key !== 'string' || key.length < 8 || key.length > 200)
    throw new ProblemError({ status: 400, code: 'KEY_ASKED', title: 'A key is asked for', detail: 'Send an Idempotency-Key of 8 to 200 characters, so that a repetition does not record it twice.' });
  const digest = createHash('sha256').update(canonicalText({ name, id: id ?? null, payload })).digest('hex');
  return { key: { key, digest } };
}

/** The version in an `If-Match` header: `"7"`; `unstated` where the header is missing; `*` is refused as unstated. */
export function versionOf(header: string | undefined): number | 'unstated' {
  const version = header?.match(/^(?:W\/)?"(\d{1,9})"$/)?.[1];
  return version === undefined ? 'unstated' : Number(version);
}

function answer(reply: FastifyReply, outcome: ChangeOutcome, name: string, creates: boolean): FastifyReply {
  switch (outcome.outcome) {
    case 'accepted':
    case 'repeated': {
      const { record, version, state, commandId } = outcome;
      const topic = name.split('/')[0];
      if (creates) reply.header('location', `/api/v1/${topic}/${record.id}`);
      return reply
        .code(creates ? 201 : 200)
        .header('etag', `"${version}"`)
        .send({ id: record.id, kind: record.kind, version, state, entry: commandId, repeated: outcome.outcome === 'repeated' });
    }
    case 'notVisible':
      throw notVisible();
    case 'keyInWork':
      throw new ProblemError({ status: 409, code: 'KEY_IN_WORK', title: 'Still at work', detail: 'A request with this key is being carried out now. Ask again in a moment.' }, { 'retry-after': '1' });
    case 'keyMisused':
      throw new ProblemError({ status: 422, code: 'KEY_MISUSED', title: 'Key used before', detail: 'This key came with another request before. Use a new key.' });
    case 'unstated':
      throw new ProblemError({ status: 428, code: 'VERSION_ASKED', title: 'Say which version you saw', detail: 'Send If-Match with the ETag of the record that you saw.', version: outcome.version });
    case 'stale':
      throw new ProblemError(
        { status: 412, code: 'VERSION_STALE', title: 'Changed meanwhile', detail: 'Somebody else changed the record since you opened it. Nothing of yours was stored; look at what changed and send it again.', version: outcome.version, state: outcome.state },
        { etag: `"${outcome.version}"` },
      );
    case 'refused':
      throw refused(outcome.refusal, outcome.version);
  }
}

function refused(refusal: Refusal, version: number): ProblemError {
  const { missing, faults, allowed, state, command: asked } = refusal;
  if (refusal.reason === 'forbidden')
    return new ProblemError({ status: 403, code: 'NOT_PERMITTED', title: 'Not permitted', detail: `This can be done by ${missing.map((one) => one.who).join(', or ')}.`, missing });
  const reasons = [...missing.map((one) => one.words), ...faults.map((one) => one.detail)];
  return new ProblemError({
    status: 409,
    code: 'COMMAND_REFUSED',
    title: 'Not possible now',
    detail: `${asked} is refused while the record is ${stateWords(state)}. ${reasons.join(' ')}`,
    missing,
    errors: faults,
    allowed,
    version,
    state,
  });
}
