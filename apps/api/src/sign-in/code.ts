import {
  findOneTimeCode,
  findSignInStep,
  type KeptStep,
  setRecoveryCodes,
  takeSignInStep,
  useOneTimeCode,
  useRecoveryCode,
} from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { codeTry } from './local-guard.js';
import { newWrittenCode, oneTimeCodes, stepOf, writtenCode } from './one-time-secret.js';
import { SignInRefusedError } from './refused.js';
import type { SignInDesk } from './sign-in-desk.js';

/** The code of an authenticator app, or a recovery code, after the password. */
export class SignInCodeBody {
  @Text(100)
  step: string;

  @Text(40)
  code: string;
}

const recoveryCodes = 10;

/** The sign-in that waits for a code of somebody; refused where there is none, or it waited too long. */
export async function stepForCode(desk: SignInDesk, token: string): Promise<KeptStep & { userId: string }> {
  const step = await findSignInStep(desk.store, token, 'code');
  if (!step?.userId) throw new SignInRefusedError('SIGN_IN_TOO_OLD', 'step');
  return { ...step, userId: step.userId };
}

/** `POST /api/v1/sign-in/code`: a code, once; a session, and after enrolment the recovery codes, shown once. */
export function codeSignIn(app: FastifyInstance, desk: SignInDesk): void {
  app.post<{ Body: SignInCodeBody }>(
    '/api/v1/sign-in/code',
    {
      config: { open: true, signsIn: true },
      schema: {
        body: dto(SignInCodeBody),
        tags: ['sign-in'],
        operationId: 'sign-in.code',
        summary: 'Give the one-time code of a local account',
        response: {
          201: shownSchema('SignedInByCode', 'plain', 'Signed in'),
          ...answersOf(400, 401, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const step = await stepForCode(desk, request.body.step);
      const { userId, partnershipId } = step;
      const giveBack = await codeTry(app.store, userId);
      const used = await useCode(desk, step, request.body.code);
      if (!used) {
        await desk.refuse({ partnershipId, userId, method: 'password', why: 'code' });
        throw new SignInRefusedError('CODE_REFUSED');
      }
      if (!(await takeSignInStep(app.store, request.body.step, 'code')))
        throw new SignInRefusedError('SIGN_IN_TOO_OLD', 'step');
      await giveBack();
      const codes = used === 'enrolled' ? Array.from({ length: recoveryCodes }, () => newWrittenCode(6)) : [];
      if (used === 'enrolled') await setRecoveryCodes(app.store, { userId, partnershipId, codes });
      const begun = await desk.begin(
        request,
        { userId, partnershipId },
        { method: 'password' },
        { local: 'break-glass', code: used },
      );
      return reply.code(201).send({ ...begun, recoveryCodes: codes });
    },
  );
}

type Used = 'one-time' | 'enrolled' | 'recovery';

/** Uses a code so that it is never used again; null where it is none of the account's. */
async function useCode(
  desk: SignInDesk,
  { userId }: { userId: string },
  typed: string,
): Promise<Used | null> {
  const kept = await findOneTimeCode(desk.store, userId);
  if (!kept) return null;
  const written = writtenCode(typed);
  if (written)
    return kept.confirmed && (await useRecoveryCode(desk.store, userId, written)) ? 'recovery' : null;
  const codes = oneTimeCodes(desk.settings.codeKey, kept.salt, '');
  const step = stepOf(codes, typed.replaceAll(/\s/g, ''), Date.parse(desk.store.clock()));
  if (step === null || !(await useOneTimeCode(desk.store, { userId, salt: kept.salt, step }))) return null;
  return kept.confirmed ? 'one-time' : 'enrolled';
}
