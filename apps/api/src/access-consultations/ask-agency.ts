import { findRecord, reading } from '@mase/store';
import { type AskAgencyPayload, bundleOf } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Which agency is asked about what it wrote, and who answers there. */
export class AskAgencyBody extends CommandBody {
  @Id()
  requestId: string;

  @Id()
  agencyId: string;

  @Id()
  contactId: string;

  @Text(5000)
  question: string;
}

/** Adds references to what the agency wrote of the bundle. */
async function lookUp(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const body = request.body as AskAgencyBody & AskAgencyPayload;
  const opened = await reading(app.store, request.reading, (tx) =>
    findRecord(tx, 'accessRequest', body.requestId),
  );
  body.items = bundleOf(opened?.written ?? []).items.filter(({ agencyId }) => agencyId === body.agencyId);
}

/** `POST /api/v1/access-consultations/ask-agency`. */
export const askAgency = { ...command('access-consultations/ask-agency', AskAgencyBody), prepare: lookUp };
