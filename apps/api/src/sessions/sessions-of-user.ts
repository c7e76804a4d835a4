import {
  findIdentitiesOf,
  findRecordsById,
  findSessionsOf,
  reading,
  releaseIdentity,
  type Tx,
  writeAct,
} from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { id } from '../description/schema.js';
import { idPattern } from '../fields.js';
import { notPermitted, notVisible } from '../problem.js';
import type { SignInDesk } from '../sign-in/sign-in-desk.js';
import { idOf } from '../view.js';
import { endAudited, sessionLine, tokenOf } from './own-sessions.js';

function demandAdministrator(request: FastifyRequest): void {
  const { policy } = request.server;
  if (!policy.hasRole(request.actor, ['administrator'])) throw notPermitted('an administrator');
}

/** 404 where the id is nobody's in the partnership. */
async function demandPerson(tx: Tx, userId: string): Promise<void> {
  const [found] = await findRecordsById(tx, [userId]);
  if (found?.kind !== 'user') throw notVisible();
}

const params = idParams;
const address = '/api/v1/users/:id/sessions';

/** What an administrator sees and ends of somebody's signing in: sessions, and the subject bound to the account. */
export function sessionsOfUser(app: FastifyInstance, desk: SignInDesk): void {
  app.get(
    address,
    {
      schema: {
        tags: ['users'],
        operationId: 'users.sessions',
        summary: 'Where a person is signed in, for administrators',
        params,
        response: {
          200: shownSchema(
            'UserSessionsView',
            'plain',
            'Sessions, and organisations that sign the person in',
          ),
          ...answersOf(401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      demandAdministrator(request);
      const userId = idOf(request);
      return reading(app.store, request.reading, async (tx) => {
        await demandPerson(tx, userId);
        const lines = await findSessionsOf(tx, userId, tokenOf(request));
        const identities = await findIdentitiesOf(tx, userId);
        const nameOf = (tenant: string) =>
          desk.settings.tenants.find((one) => one.id === tenant)?.name ?? tenant;
        return {
          items: lines.map((line) => sessionLine(desk, line)),
          identities: identities.map((one) => ({
            id: one.id,
            organisation: nameOf(one.tenant),
            boundAt: one.boundAt,
          })),
        };
      });
    },
  );
  app.delete(
    address,
    {
      schema: {
        tags: ['users'],
        operationId: 'users.end-sessions',
        summary: 'End every session of a person, for administrators',
        params,
        response: {
          200: shownSchema('SessionsEnded', 'plain', 'How many ended'),
          ...answersOf(401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      demandAdministrator(request);
      const userId = idOf(request);
      await reading(app.store, request.reading, (tx) => demandPerson(tx, userId));
      const keep = userId === request.reading.userId ? { keep: tokenOf(request) } : {};
      return { ended: await endAudited(app, request, { userId, ...keep, why: 'ended-by-administrator' }) };
    },
  );
  app.delete<{ Params: { id: string; identity: string } }>(
    '/api/v1/users/:id/identities/:identity',
    {
      schema: {
        tags: ['users'],
        operationId: 'users.release-identity',
        summary: 'Let go of the provider’s subject that is bound to an account, so that another can be bound',
        params: { ...params, properties: { id, identity: id }, required: ['id', 'identity'] },
        response: { 204: { type: 'null', description: 'Let go' }, ...answersOf(401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      demandAdministrator(request);
      const userId = idOf(request);
      const { identity } = request.params;
      if (!idPattern.test(identity)) throw notVisible();
      const released = await reading(app.store, request.reading, async (tx) => {
        const done = await releaseIdentity(tx, { id: identity, userId });
        if (done)
          await writeAct(
            tx,
            {
              action: 'sign-in/identity-released',
              partnershipId: request.reading.partnershipId,
              userId: request.reading.userId,
              about: { of: userId },
            },
            app.store.clock(),
          );
        return done;
      });
      if (!released) throw notVisible();
      await endAudited(app, request, { userId, why: 'ended-by-administrator' });
      return reply.code(204).send();
    },
  );
}
