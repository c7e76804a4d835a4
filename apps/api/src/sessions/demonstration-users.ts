import { findDemonstrationUsers } from '@mase/store';
import { roleNames } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';

/** `GET /api/v1/demonstration-users`: who may sign in by choosing himself or herself; nobody outside a demonstration. */
export function demonstrationUsers(app: FastifyInstance, mode: 'demonstration' | 'live'): void {
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
