import { findRecord, reading } from '@mase/store';
import type { IssueResponsePayload } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { idPattern } from '../fields.js';
import { countsOf, digestOfResponse, responseContent } from './response-model.js';
import { findParts } from './response-parts.js';

const nothing: IssueResponsePayload = { changed: 0, digest: '', released: 0, redacted: 0, withheld: 0 };

/** Makes the answer as it is issued, and adds its digest and counts to the body. */
async function make(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const { id } = request.params as { id: string };
  Object.assign(request.body as object, nothing);
  if (!idPattern.test(id)) return;
  const profile = await app.profileOf(request.reading);
  const found = await reading(app.store, request.reading, async (tx) => {
    const opened = await findRecord(tx, 'accessRequest', id);
    return opened ? findParts(tx, opened, profile) : null;
  });
  if (!found) return;
  const { parts, changed } = found;
  const made = { changed, digest: digestOfResponse(responseContent(parts)), ...countsOf(parts) };
  Object.assign(request.body as object, made satisfies IssueResponsePayload);
}

/** `POST /api/v1/access-requests/:id/issue-response`. */
export const issueResponse = {
  ...command('access-requests/issue-response', CommandBody),
  prepare: make,
};
