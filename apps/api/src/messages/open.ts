import { openMessage } from '@mase/store';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { audited, idOf } from '../view.js';

const schema = {
  params: idParams,
  tags: ['messages'],
  operationId: 'messages.view',
  summary: 'One message to the reader and what it leads to; that he or she has opened it is kept',
  response: { 200: shownSchema('MessageView', 'plain', 'The message'), ...answersOf(401, 404, 503) },
};

/** `GET /api/v1/messages/:id`: where a letter leads. */
export function openMessageRoute(app: FastifyInstance): void {
  app.get('/api/v1/messages/:id', { schema }, async (request) => {
    const id = idOf(request);
    return audited(app, request, { action: 'messages/view' }, async (tx) => {
      const opened = await openMessage(tx, request.reading, id, app.store.clock());
      if (!opened) return null;
      const { persons, ...message } = opened;
      return { shown: message, persons };
    });
  });
}
