import { findForBreakGlass } from '@mase/store';
import { clockPrincipal } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** The reference of a record that somebody may not see, and why it must be opened now. */
export class OpenRecordBody extends CommandBody {
  @Text(80)
  reference: string;

  @Text(500)
  reason: string;
}

/**
 * Looks up what the reference means, in the person’s name but past his or her rights, and lets this one command be
 * addressed to it. Nothing of what was found is answered. Whoever is shut out of the record does not find it, and the
 * same statements run whether it is there or not.
 */
async function resolve(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const { reading } = request;
  const asking = { ...reading, principals: [...reading.principals, clockPrincipal] };
  const body = request.body as OpenRecordBody & { caseId?: string; childId?: string };
  const found = await findForBreakGlass(app.store, asking, body.reference);
  Object.assign(body, found ?? {});
  request.reading = asking;
}

/** `POST /api/v1/break-glass/open-record`. */
export const openRecord = { ...command('break-glass/open-record', OpenRecordBody), prepare: resolve };
