import { findRecord, reading } from '@mase/store';
import type { AccessRequestStanding, GatherBundlePayload, StoredRecord } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { idPattern } from '../fields.js';
import { gather } from './gather.js';

/** Looks up what the person who gathers may read, and adds references and digests to the body; no word goes with them. */
async function lookUp(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const { id } = request.params as { id: string };
  const body = request.body as CommandBody & GatherBundlePayload;
  body.items = [];
  if (!idPattern.test(id)) return;
  const items = await reading(app.store, request.reading, async (tx) => {
    const opened = await findRecord(tx, 'accessRequest', id);
    return opened ? gather(tx, opened.record as StoredRecord<AccessRequestStanding>) : [];
  });
  body.items = items.map(({ text: _text, ...item }) => item);
}

/** `POST /api/v1/access-requests/:id/gather-bundle`. */
export const gatherBundle = {
  ...command('access-requests/gather-bundle', CommandBody),
  prepare: lookUp,
};
