import { roleNames } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { postsShown } from './posts-shown.js';

/** `GET /api/v1/me`: who is signed in, in which roles, until when. */
export function showMe(app: FastifyInstance): void {
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
        posts: postsShown(request),
        expiresAt,
        profile: {
          ...{ id: profile.id, name: profile.name, timeZone: profile.timeZone, nation: profile.nation },
          forces: profile.incidents.forces ?? [],
        },
      };
    },
  );
}
