import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import type { SignInDesk } from './sign-in-desk.js';

/** `GET /api/v1/sign-in`: the organisations whose providers sign people in, in the order of the settings. */
export function signInWays(app: FastifyInstance, desk: SignInDesk): void {
  app.get(
    '/api/v1/sign-in',
    {
      config: { open: true },
      schema: {
        tags: ['sign-in'],
        operationId: 'sign-in.ways',
        summary: 'The ways in which people sign in',
        response: { 200: shownSchema('SignInWays', 'plain', 'The ways in'), ...answersOf(429, 503) },
      },
    },
    async () => ({
      organisations: desk.settings.tenants.map(({ id, name }) => ({ id, name })),
      idleMinutes: desk.settings.idleMinutes,
    }),
  );
}
