import {
  type ChangeOutcome,
  type ChangeRequest,
  canonicalText,
  change,
  digestOf,
  findRecordsById,
  readAudited,
  reading,
} from '@mase/store';
import { type Fault, lexiconOn, type Refusal, stateWords, topicAndVerb, topicOf } from '@mase/workflow';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idPattern } from './fields.js';
import { languageOf } from './language/language-of.js';
import { invalid, notVisible, ProblemError } from './problem.js';
import { type Told, toldOf } from './told-state.js';

type CommandRequest = FastifyRequest<{ Params: { id?: string }; Body: { happened?: string } }>;

const keyAsked = () =>
  new ProblemError({
    status: 400,
    code: 'KEY_ASKED',
    title: 'A key is asked for',
    detail:
      'Send an Idempotency-Key of 8 to 200 visible characters, so that a repetition does not record it twice.',
  });

/**
 * A command over HTTP: whether it creates its record, or only adds to it, and so asks for no version but for a key; what was
 * typed, before anything was found out for it, and what else happens with it.
 */
interface Given {
  name: string;
  creates: boolean;
  appends?: boolean;
  typed: object;
  within: ChangeRequest['within'] | undefined;
}

/** Gives a command as it came over HTTP and answers in the order of rights, key, version and workflow; throws problem documents. */
export async function giveCommand(
  app: FastifyInstance,
  request: CommandRequest,
  reply: FastifyReply,
  { name, creates, appends = false, typed, within }: Given,
): Promise<FastifyReply> {
  const id = request.params.id;
  if (!creates && !idPattern.test(id ?? '')) throw notVisible();
  const { happened, ...payload } = request.body;
  if (happened && happened > app.store.clock()) throw inFuture();
  const plain = JSON.parse(JSON.stringify(payload)) as object;
  const outcome = await change(app.store, {
    name,
    ...(id === undefined ? {} : { recordId: id }),
    payload: plain,
    actor: request.actor,
    reading: request.reading,
    profile: await app.profileOf(request.reading),
    policy: app.policy.command,
    ...(happened ? { happened } : {}),
    ...keyOf(
      request,
      { name, id: id ?? null, payload: JSON.parse(JSON.stringify(typed)) as object },
      creates || appends,
    ),
    ifMatch: creates || appends ? 'any' : versionOf(request.headers['if-match']),
    ...(within ? { within } : {}),
  });
  const told = toldOf(outcome.judged, request.actor, app.store.clock());
  if (outcome.outcome === 'repeated') await demandSeen(app, request, outcome);
  if (outcome.outcome === 'accepted' || outcome.outcome === 'repeated') {
    const { topic, verb } = topicAndVerb(name);
    const questions = topic.commands[verb]?.asks?.(plain as never) ?? [];
    const done = { ...outcome, state: told.state(outcome.state) };
    return answer(app, request, reply, done, { creates, questions });
  }
  await auditRefused(app, request, { name, id }, outcome);
  return refuse(outcome, told);
}

type Refused = Exclude<ChangeOutcome, Done>;

/** Who asked what of which record in vain is written before the answer leaves: a refusal tells something too. */
async function auditRefused(
  app: FastifyInstance,
  request: CommandRequest,
  { name, id }: { name: string; id: string | undefined },
  { outcome, judged }: Refused,
): Promise<void> {
  const { kind } = topicAndVerb(name).topic;
  const act = {
    action: name,
    ...(id ? { record: { kind, id } } : {}),
    reason: `Not accepted: ${outcome}`,
  };
  const persons = judged ? topicOf(kind).persons(judged as never) : [];
  await readAudited(app.store, request.reading, act, async () => ({ shown: null, persons }));
}

type Done = Extract<ChangeOutcome, { outcome: 'accepted' | 'repeated' }>;

/** What an earlier request with this key left is told as the person may see it today; 404 where he or she no longer sees it. */
async function demandSeen(app: FastifyInstance, request: CommandRequest, outcome: Done): Promise<void> {
  const [record] = await reading(app.store, request.reading, (tx) =>
    findRecordsById(tx, [outcome.record.id]),
  );
  if (!record) throw notVisible();
}

const inFuture = () =>
  invalid('Some fields have faults; nothing was stored.', [
    { pointer: '/happened', code: 'future', detail: 'An event cannot lie in the future.' },
  ]);

const keyPattern = /^[\x21-\x7e]{8,200}$/;

function keyOf(request: CommandRequest, asked: object, isAsked: boolean) {
  const key = request.headers['idempotency-key'];
  if (key === undefined && !isAsked) return {};
  if (typeof key !== 'string' || !keyPattern.test(key)) throw keyAsked();
  return { key: { key, digest: digestOf(canonicalText(asked)) } };
}

/** The version in an `If-Match` header: `"7"`; `unstated` where the header is missing; `*` is refused as unstated. */
export function versionOf(header: string | undefined): number | 'unstated' {
  const version = header?.match(/^(?:W\/)?"(\d{1,9})"$/)?.[1];
  return version === undefined ? 'unstated' : Number(version);
}

/**
 * Answers what was recorded, and beside it what could have been said otherwise and what its texts leave to be asked:
 * neither ever holds anything up.
 */
function answer(
  app: FastifyInstance,
  request: CommandRequest,
  reply: FastifyReply,
  { outcome, record, version, state, commandId }: Done,
  { creates, questions }: { creates: boolean; questions: Fault[] },
): FastifyReply {
  if (creates) reply.header('location', `/api/v1/${topicOf(record.kind).name}/${record.id}`);
  return reply
    .code(creates ? 201 : 200)
    .header('etag', `"${version}"`)
    .send({
      id: record.id,
      kind: record.kind,
      version,
      state,
      entry: commandId,
      repeated: outcome === 'repeated',
      ...(questions.length > 0 && { questions }),
      language: languageOf(request.body, lexiconOn(app.store.clock().slice(0, 10))),
    });
}

function refuse(outcome: Refused, told: Told): never {
  switch (outcome.outcome) {
    case 'notVisible':
      throw notVisible();
    case 'keyInWork':
      throw new ProblemError(
        {
          status: 409,
          code: 'KEY_IN_WORK',
          title: 'Still at work',
          detail: 'A request with this key is being carried out now. Ask again in a moment.',
        },
        { 'retry-after': '1' },
      );
    case 'keyMisused':
      throw new ProblemError({
        status: 422,
        code: 'KEY_MISUSED',
        title: 'Key used before',
        detail: 'This key came with another request before. Use a new key.',
      });
    case 'unstated':
      throw new ProblemError({
        status: 428,
        code: 'VERSION_ASKED',
        title: 'Say which version you saw',
        detail: 'Send If-Match with the ETag of the record that you saw.',
        version: outcome.version,
      });
    case 'stale':
      throw new ProblemError(
        {
          status: 412,
          code: 'VERSION_STALE',
          title: 'Changed meanwhile',
          detail:
            'Somebody else changed the record since you opened it. Nothing of yours was stored; look at what changed and send it again.',
          version: outcome.version,
          state: told.state(outcome.state),
        },
        { etag: `"${outcome.version}"` },
      );
    case 'refused':
      throw refused(outcome.refusal, outcome.version, told);
  }
}

function refused(refusal: Refusal, version: number, told: Told): ProblemError {
  const { faults, command: asked } = refusal;
  const state = told.state(refusal.state);
  const missing = told.all ? refusal.missing : [];
  if (refusal.reason === 'forbidden')
    return new ProblemError({
      status: 403,
      code: 'NOT_PERMITTED',
      title: 'Not permitted',
      detail: `This can be done by ${refusal.missing.map((one) => one.who).join(', or ')}.`,
      missing: refusal.missing,
    });
  const reasons = [...missing.map((one) => one.words), ...faults.map((one) => one.detail)];
  return new ProblemError({
    status: 409,
    code: 'COMMAND_REFUSED',
    title: 'Not possible now',
    detail: `${asked} is refused while the record is ${stateWords(state)}. ${reasons.join(' ')}`,
    missing,
    errors: faults,
    ...(told.all ? { allowed: refusal.allowed } : {}),
    version,
    state,
  });
}
