import { createHash } from 'node:crypto';
import { auditReading, findRecord, reading } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notVisible } from '../problem.js';
import { askingOf } from '../view.js';
import type { ExportRun } from './export-pages.js';
import type { ExportEnd } from './outcome.js';
import { packFor, renderPack } from './peer-review.js';

/**
 * The pack for a peer review that leaves: what both of the two read, as a numbered copy for the recipient outside. Whom it
 * shows is committed to the audit before it is given out; `ended` is told how many entries left, and that none did where
 * it could not be made.
 */
export async function packFile(
  app: FastifyInstance,
  request: FastifyRequest,
  { id, approver }: ExportRun,
  ended: (end: ExportEnd) => Promise<void>,
): Promise<Buffer> {
  const asking = await askingOf(app, request);
  const end: ExportEnd = { rows: 0, bytes: 0, digest: '', complete: false };
  const hash = createHash('sha256');
  try {
    const { model, entries } = await reading(app.store, request.reading, async (tx) => {
      const opened = await findRecord(tx, 'export', id);
      if (!opened) throw notVisible();
      const pack = await packFor(app, request, tx, { opened, other: approver, outside: true }, asking);
      const act = { action: 'exports/rows', record: { kind: 'export', id } as const, persons: pack.persons };
      await auditReading(tx, request.reading, act, app.store.clock());
      return pack;
    });
    const pdf = Buffer.from(await renderPack(app, model, 'pdf'));
    hash.update(pdf);
    Object.assign(end, { rows: entries, bytes: pdf.length, complete: true });
    return pdf;
  } finally {
    await ended({ ...end, digest: hash.digest('hex') });
  }
}
