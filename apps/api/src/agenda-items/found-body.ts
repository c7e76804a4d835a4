import type { FoundConnectionPayload } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ReasonBody } from '../command.js';
import { Id, idPattern } from '../fields.js';
import { chairs } from '../packs/pack-rights.js';
import { signsFound } from '../sittings/found-connections.js';

/** The chair's answer to a connection that was found: of whom, and why. By which signs, the product adds. */
export class FoundConnectionBody extends ReasonBody implements FoundConnectionPayload {
  @Id()
  userId: string;
}

/** Adds to the answer by which signs the connection was found, as they are at that moment. */
export async function addSigns(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const { id } = request.params as { id: string };
  const body = request.body as FoundConnectionPayload;
  if (!chairs.some((role) => request.actor.roles.includes(role)) || !idPattern.test(id)) return;
  body.found = await signsFound(app, request, { itemId: id, userId: body.userId });
}
