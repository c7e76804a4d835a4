import { findPreference, keepPreference, type MailPreference, messageWays, reading } from '@mase/store';
import { Matches } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { OneOf } from '../fields.js';
import { dto } from '../plugins/bodies.js';

/** How somebody is told of what is not urgent; what is urgent is told at once whatever stands here. */
export class MessagePreferenceBody implements MailPreference {
  @OneOf(messageWays)
  way: MailPreference['way'];

  /** The time of the daily letter, by the clock on the wall. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'is a time, as 08:00' })
  dailyAt: string;
}

const tags = ['messages'];
const shape = { 200: shownSchema('MessagePreferenceView', 'plain', 'How the reader is told') };
const viewSchema = {
  tags,
  operationId: 'messages.preference',
  summary: 'How the reader is told of what is not urgent, and whether this service sends e-mail at all',
  response: { ...shape, ...answersOf(401, 503) },
};
const saveSchema = {
  tags,
  body: dto(MessagePreferenceBody),
  operationId: 'messages.choose',
  summary: 'Chooses how the reader is told: by letters at once, by one a day, or in the product alone',
  response: { ...shape, ...answersOf(400, 401, 413, 415, 503) },
};

/** `GET` and `PUT /api/v1/messages/preference`: one's own, and no command. */
export function preferenceRoutes(app: FastifyInstance, sendsMail: boolean): void {
  const address = '/api/v1/messages/preference';
  app.get(address, { schema: viewSchema }, async (request) => {
    const { userId } = request.reading;
    const chosen = await reading(app.store, request.reading, (tx) => findPreference(tx, userId));
    return { ...chosen, sendsMail };
  });
  app.put<{ Body: MessagePreferenceBody }>(address, { schema: saveSchema }, async (request) => {
    const { way, dailyAt } = request.body;
    await reading(app.store, request.reading, (tx) =>
      keepPreference(tx, request.reading, { way, dailyAt }, app.store.clock()),
    );
    return { way, dailyAt, sendsMail };
  });
}
