import { findRecordsById, reading } from '@mase/store';
import { type BreakGlassStanding, clockPrincipal } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { idOf } from '../view.js';

/** Names what was opened, so that it can be closed; whoever sees the break-glass may address the command to it. */
async function resolve(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const id = idOf(request);
  const [found] = await reading(app.store, request.reading, (tx) => findRecordsById(tx, [id]));
  if (found?.kind !== 'breakGlass') return;
  const { caseId, childId } = found.standing as BreakGlassStanding;
  Object.assign(request.body as object, caseId ? { caseId } : {}, childId ? { childId } : {});
  const { principals } = request.reading;
  request.reading = { ...request.reading, principals: [...principals, clockPrincipal] };
}

/** `POST /api/v1/break-glass/:id/close-record`. */
export const closeRecord = { ...command('break-glass/close-record', CommandBody), prepare: resolve };
