import { beginSignInStep, findSessionTerms, takeSignInStep } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { sessionIdOf } from '../plugins/sessions.js';
import { notSignedIn } from '../problem.js';
import { newWrittenCode, writtenCode } from './one-time-secret.js';
import { SignInRefusedError } from './refused.js';
import type { SignInDesk } from './sign-in-desk.js';

/** The code that a page of the web showed to somebody who is signed in there. */
export class HandOverBody {
  @Text(40)
  code: string;
}

const minutes = 5;

/**
 * Signing in on the command line: a session of the web shows a code, good once and for five minutes, and the command
 * line makes of it a session of its own that ends when the web's would have at the latest.
 */
export function handOver(app: FastifyInstance, desk: SignInDesk): void {
  app.post(
    '/api/v1/sign-in/hand-over',
    {
      schema: {
        tags: ['sign-in'],
        operationId: 'sign-in.hand-over',
        summary: 'Show a code with which the command line signs in',
        response: {
          201: shownSchema('HandOverCode', 'plain', 'The code, shown once'),
          ...answersOf(401, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const terms = await findSessionTerms(app.store, sessionIdOf(request.headers.authorization) as string);
      if (!terms) throw notSignedIn();
      const code = newWrittenCode(4);
      const { partnershipId, userId } = request.reading;
      await beginSignInStep(
        app.store,
        code,
        { partnershipId, kind: 'hand-over', userId, tenant: terms.tenant, until: terms.until },
        minutes,
      );
      return reply.code(201).send({ code, minutes });
    },
  );
  app.post<{ Body: HandOverBody }>(
    '/api/v1/sign-in/from-code',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(HandOverBody),
        tags: ['sign-in'],
        operationId: 'sign-in.from-code',
        summary: 'Sign in with the code that a page of the web showed',
        response: {
          201: shownSchema('BegunSession', 'plain', 'Signed in'),
          ...answersOf(400, 401, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const code = writtenCode(request.body.code);
      const step = code ? await takeSignInStep(app.store, code, 'hand-over') : null;
      if (!step?.userId) {
        await desk.refuse({ method: 'hand-over', why: 'code' });
        throw new SignInRefusedError('CODE_REFUSED');
      }
      const begun = await desk.begin(
        request,
        { userId: step.userId, partnershipId: step.partnershipId },
        { method: 'hand-over', tenant: step.tenant, until: step.until ?? undefined },
      );
      return reply.code(201).send(begun);
    },
  );
}
