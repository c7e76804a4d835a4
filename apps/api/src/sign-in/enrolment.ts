import { beginOneTimeCode } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { stepForCode } from './code.js';
import { oneTimeCodes } from './one-time-secret.js';
import { SignInRefusedError } from './refused.js';
import type { SignInDesk } from './sign-in-desk.js';

/** The sign-in that a local account sets its one-time codes up in. */
export class EnrolBody {
  @Text(100)
  step: string;
}

/** `POST /api/v1/sign-in/enrolment`: a new secret for one-time codes, shown once; it counts once a code of it was given. */
export function enrolment(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: EnrolBody }>(
    '/api/v1/sign-in/enrolment',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(EnrolBody),
        tags: ['sign-in'],
        operationId: 'sign-in.enrol',
        summary: 'Set up the one-time codes of a local account',
        response: {
          201: shownSchema('Enrolment', 'plain', 'The secret, shown once'),
          ...answersOf(400, 409, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const { userId, partnershipId } = await stepForCode(desk, request.body.step);
      const salt = await beginOneTimeCode(app.store, { userId, partnershipId });
      if (!salt) throw new SignInRefusedError('CODE_SET_UP');
      const codes = oneTimeCodes(desk.settings.codeKey, salt, 'local account');
      return reply.code(201).send({ secret: codes.secret.base32, uri: codes.toString() });
    },
  );
}
