import { beginSession, endSession, findCredential, findDemonstrationUsers, isPassword } from '@mase/store';
import { roleNames } from '@mase/workflow';
import { IsEmail, IsOptional, IsString, Length } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { sessionIdOf } from '../plugins/sessions.js';
import { ProblemError } from '../problem.js';

/** Sign-in of a local account; in demonstration mode the password may be left out for a demonstration person. */
export class BeginSessionBody {
  @IsEmail()
  email: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  password?: string;
}

const refusal = () =>
  new ProblemError({
    status: 401,
    code: 'SIGN_IN_REFUSED',
    title: 'Not signed in',
    detail: 'The address or the password is not right.',
  });

// A hash of nothing anybody knows: an unknown address takes as long as a known one.
const decoy = 'argon2id$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Sign-in, sign-out, and who is signed in. */
export function sessionRoutes(app: FastifyInstance, mode: 'demonstration' | 'live'): void {
  app.post<{ Body: BeginSessionBody }>(
    '/api/v1/sessions',
    {
      config: { open: true },
      schema: {
        body: dto(BeginSessionBody),
        tags: ['sessions'],
        operationId: 'sessions.begin',
        response: {
          201: shownSchema('BegunSession', 'plain', 'Signed in'),
          ...answersOf(400, 401, 413, 415, 503),
        },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const credential = await findCredential(app.store, email);
      const chosen = mode === 'demonstration' && credential?.demonstration && password === undefined;
      if (!chosen && !(await isPassword(password ?? '', credential?.hash ?? decoy))) throw refusal();
      if (!credential) throw refusal();
      return reply.code(201).send(await beginSession(app.store, credential));
    },
  );
  app.delete(
    '/api/v1/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.end',
        response: { 204: { type: 'null', description: 'Signed out' }, ...answersOf(401, 503) },
      },
    },
    async (request, reply) => {
      await endSession(app.store, sessionIdOf(request.headers.authorization) as string);
      return reply.code(204).send();
    },
  );
  app.get(
    '/api/v1/me',
    {
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.me',
        response: { 200: shownSchema('MeView', 'plain', 'Who is signed in'), ...answersOf(401, 503) },
      },
    },
    async (request) => {
      const { user, expiresAt } = request.session ?? {};
      const profile = await app.profileOf(request.reading);
      return {
        id: user?.id,
        name: user?.name,
        email: user?.email,
        roles: user?.roles.map((role) => ({ id: role, name: roleNames[role] })),
        agencyId: user?.agencyId,
        teamId: user?.teamId,
        expiresAt,
        profile: { id: profile.id, name: profile.name, timeZone: profile.timeZone, nation: profile.nation },
      };
    },
  );
  app.get(
    '/api/v1/demonstration-users',
    {
      config: { open: true },
      schema: {
        tags: ['sessions'],
        operationId: 'sessions.demonstration',
        response: {
          200: shownSchema(
            'DemonstrationUsersView',
            'plain',
            'The people who may sign in by choosing themselves',
          ),
          ...answersOf(503),
        },
      },
    },
    async () => {
      if (mode !== 'demonstration') return { users: [] };
      const users = await findDemonstrationUsers(app.store);
      return {
        users: users.map((user) => ({
          name: user.name,
          email: user.email,
          roles: user.roles.map((role) => roleNames[role]),
          agencyKind: user.agencyKind,
        })),
      };
    },
  );
}
