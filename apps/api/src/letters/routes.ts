import { findDeadLetters, findNames, reading, settleDeadLetter } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notVisible } from '../problem.js';
import { demandRole } from '../report-of-days.js';
import { idOf } from '../view.js';

/** Why a letter is given up: what was done instead, in words. */
export class GiveUpLetterBody {
  @Text(2000)
  reason: string;
}

const tags = ['letters'];
const listSchema = {
  querystring: dto(FileQuery),
  tags,
  operationId: 'letters.list',
  summary: 'Letters by e-mail that could not be delivered: to whom and why, never about what',
  response: {
    200: shownSchema('LettersView', 'list', 'The dead letters, newest first'),
    ...answersOf(400, 401, 403, 503),
  },
};
const settled = {
  200: shownSchema('SettledLetter', 'plain', 'Settled'),
  ...answersOf(400, 401, 403, 404, 413, 415, 503),
};
const againSchema = {
  tags,
  params: idParams,
  operationId: 'letters.send-again',
  summary: 'Sends a dead letter again: it is tried for three days more',
  response: settled,
};
const giveUpSchema = {
  tags,
  params: idParams,
  body: dto(GiveUpLetterBody),
  operationId: 'letters.give-up',
  summary: 'Gives a dead letter up, with what was done instead',
  response: settled,
};

const administrators = ['administrator'] as const;

/** Letters by e-mail that could not be delivered, for administrators; settling one is no command, and is audited. */
export function letterRoutes(app: FastifyInstance): void {
  const demand = (request: FastifyRequest) => demandRole(request, administrators, 'an administrator');
  const settle = async (request: FastifyRequest, how: 'send-again' | 'give-up', reason: string | null) => {
    demand(request);
    const id = idOf(request);
    const done = await reading(app.store, request.reading, (tx) =>
      settleDeadLetter(tx, request.reading, { id, how, reason }, app.store.clock()),
    );
    if (!done) throw notVisible();
    return { id, how };
  };
  app.get('/api/v1/letters', { schema: listSchema }, async (request) => {
    demand(request);
    return reading(app.store, request.reading, async (tx) => {
      const dead = await findDeadLetters(tx);
      const names = await findNames(
        tx,
        dead.map(({ userId }) => userId),
      );
      return {
        items: dead.map((one) => ({ ...one, name: names[one.userId] ?? 'Not on the books' })),
        next: null,
      };
    });
  });
  app.post('/api/v1/letters/:id/send-again', { schema: againSchema }, (request) =>
    settle(request, 'send-again', null),
  );
  app.post<{ Body: GiveUpLetterBody }>('/api/v1/letters/:id/give-up', { schema: giveUpSchema }, (request) =>
    settle(request, 'give-up', request.body.reason),
  );
}
