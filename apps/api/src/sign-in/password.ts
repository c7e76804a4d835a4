import { beginSignInStep, findCredential, findOneTimeCode, isPassword } from '@mase/store';
import { IsEmail, IsOptional, IsString, Length } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { passwordTry } from './local-guard.js';
import { newSecret } from './provider-secrets.js';
import { SignInRefusedError } from './refused.js';
import type { SignInDesk } from './sign-in-desk.js';

/** Sign-in of a local account; in demonstration mode the password may be left out for a demonstration person. */
export class BeginSessionBody {
  @IsEmail()
  email: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  password?: string;
}

// A hash of nothing anybody knows: an unknown address takes as long as a known one.
const decoy = 'argon2id$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Between the password and the code lie at most so many minutes. */
const minutesForCode = 10;

/** Waits for the next quarter of a second, so that what a refusal took tells nothing of the account. */
const untilEven = (since: number) =>
  new Promise((later) => setTimeout(later, 250 - ((Date.now() - since) % 250)));

/** `POST /api/v1/sessions`: a password; then a session in the demonstration, and elsewhere the step to a one-time code. */
export function passwordSignIn(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: BeginSessionBody }>(
    '/api/v1/sessions',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(BeginSessionBody),
        tags: ['sessions'],
        operationId: 'sessions.begin',
        summary: 'Sign in with a local account',
        response: {
          201: shownSchema('BegunSession', 'plain', 'Signed in'),
          202: shownSchema('SignInGoesOn', 'plain', 'The password is right; a one-time code is asked'),
          ...answersOf(400, 401, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const since = Date.now();
      const demonstration = desk.mode === 'demonstration';
      const found = await findCredential(app.store, email);
      // The password of demonstration people is printed everywhere: it opens nothing that is live.
      const credential = found?.demonstration && !demonstration ? null : found;
      if (demonstration && credential?.demonstration && password === undefined) {
        const begun = await desk.begin(request, credential, { method: 'demonstration' });
        return reply.code(201).send(begun);
      }
      const giveBack = await passwordTry(app.store, email, request.ip);
      const right = await isPassword(password ?? '', credential?.hash ?? decoy);
      if (!credential || !right) {
        await desk.refuse({
          partnershipId: credential?.partnershipId,
          userId: credential?.userId,
          method: 'password',
          why: credential ? 'password' : 'account',
        });
        await untilEven(since);
        throw new SignInRefusedError('SIGN_IN_REFUSED');
      }
      await giveBack();
      if (credential.demonstration)
        return reply.code(201).send(await desk.begin(request, credential, { method: 'password' }));
      const { userId, partnershipId } = credential;
      const step = newSecret();
      await beginSignInStep(app.store, step, { partnershipId, kind: 'code', userId }, minutesForCode);
      const code = await findOneTimeCode(app.store, userId);
      return reply.code(202).send({ step, next: code?.confirmed ? 'code' : 'enrolment' });
    },
  );
}
