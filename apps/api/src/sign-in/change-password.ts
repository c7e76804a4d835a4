import {
  changeOwnCredential,
  findCredential,
  hashPassword,
  isPassword,
  reading,
  writeAct,
} from '@mase/store';
import { IsString, Length } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { sessionIdOf } from '../plugins/sessions.js';
import { invalid } from '../problem.js';
import { passwordTry } from './local-guard.js';
import { isWeak, passwordRule } from './password-rule.js';
import { SignInRefusedError } from './refused.js';
import type { SignInDesk } from './sign-in-desk.js';

/** The password that somebody has, and the one in its place. */
export class ChangePasswordBody {
  @IsString()
  @Length(1, 200)
  current: string;

  @IsString()
  @Length(1, 200)
  next: string;
}

/** `POST /api/v1/sign-in/password`: changes one's own local password and ends all of one's other sessions. */
export function changePassword(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: ChangePasswordBody }>(
    '/api/v1/sign-in/password',
    {
      config: { signsIn: true },
      schema: {
        body: dto(ChangePasswordBody),
        tags: ['sign-in'],
        operationId: 'sign-in.change-password',
        summary: 'Change one’s own local password',
        response: {
          204: { type: 'null', description: 'Changed; every other session has ended' },
          ...answersOf(400, 401, 403, 409, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const { current, next } = request.body;
      const { partnershipId, userId } = request.reading;
      const email = request.session?.user.email ?? '';
      const found = await findCredential(app.store, email);
      if (!found || found.demonstration || found.userId !== userId)
        throw new SignInRefusedError('NO_PASSWORD');
      const giveBack = await passwordTry(app.store, email, request.ip);
      if (!(await isPassword(current, found.hash))) {
        await desk.refuse({ partnershipId, userId, method: 'password', why: 'change' });
        throw new SignInRefusedError('PASSWORD_WRONG');
      }
      await giveBack();
      if (await isWeak(next, { email, name: request.session?.user.name }))
        throw invalid('The password is too easy to guess; nothing was changed.', [
          { pointer: '/next', code: 'weak', detail: passwordRule },
        ]);
      const hash = await hashPassword(next);
      await reading(app.store, request.reading, async (tx) => {
        await changeOwnCredential(tx, hash, sessionIdOf(request.headers.authorization) as string);
        await writeAct(tx, { action: 'sign-in/password-changed', partnershipId, userId }, app.store.clock());
      });
      return reply.code(204).send();
    },
  );
}
