import type { DocumentTemplate, PeerReviewModel } from '@mase/documents';
import {
  findCopies,
  findRecord,
  findRecordsById,
  type IssuedCopy,
  type KeptCopy,
  type OpenedRecord,
  type Reading,
  readingOf,
  type Tx,
} from '@mase/store';
import type { ChildCaseStanding, ExportStanding, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { JourneyQuery, journeyHeaders } from '../journeys/get-journey.js';
import { numberedCopy, titleFor } from '../journeys/numbered-copy.js';
import { peerReview, readOf } from '../journeys/peer-review.js';
import { mediaTypes, type PaperFormat, renderPaper } from '../packs/paper-model.js';
import { dto } from '../plugins/bodies.js';
import { notVisible, ProblemError } from '../problem.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';

const schema = {
  querystring: dto(JourneyQuery),
  params: idParams,
  tags: ['exports'],
  operationId: 'exports.peer-review',
  summary:
    'The pack for a peer review as it would leave now: a numbered copy for whoever decides on it, to be read first',
  response: {
    200: {
      type: 'null',
      description: 'The document as application/pdf or text/html',
      headers: journeyHeaders,
    },
    ...answersOf(400, 401, 403, 404, 409, 503),
  },
};

const name = 'peer-review';

const over = () =>
  new ProblemError({
    status: 409,
    code: 'ENDED',
    title: 'Ended',
    detail: 'It was refused or withdrawn: there is nothing to read any more.',
  });

/** A pack ready to print, its copy, and whom it shows. */
interface Pack {
  model: PeerReviewModel;
  copy: IssuedCopy;
  persons: string[];
  entries: number;
}

/** Who else has to read what the pack holds, and for whom it is: whoever asks, or the recipient outside. */
export interface PackAsked {
  opened: Pick<OpenedRecord, 'record' | 'written'>;
  /** The one of the two who does not ask; null while only one has a part in it. */
  other: Reading | null;
  outside: boolean;
}

/** Makes the pack as whoever asks and the other both read it, numbers the copy and keeps it. */
export async function packFor(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  { opened, other, outside }: PackAsked,
  asking: Asking,
): Promise<Pack> {
  const { id } = opened.record;
  const { cases = [], recipient } = opened.record.standing as ExportStanding;
  const reason = opened.written.find(({ kind }) => kind === 'export-asked')?.body as { reason?: string };
  const { content, childIds, behind } = await peerReview(
    tx,
    {
      ...{ exportId: id, cases, purpose: reason?.reason ?? '' },
      partnershipId: request.reading.partnershipId,
      other: other && (await readOf(app.store, other, cases, asking.profile)),
    },
    asking,
  );
  const title = await titleFor(tx, asking, {
    title: 'Peer review pack',
    partnership: 'A partnership in England',
  });
  const forWhom = outside
    ? { recipient: recipient?.name ?? '', role: 'Recipient', agency: recipient?.organisation ?? '' }
    : {};
  const { copy, head } = await numberedCopy(
    tx,
    request,
    {
      ...{ recordId: id, document: outside ? `${name}:outside` : name, title: { ...title, ...forWhom } },
      ...{ content, template: app.templates.peerReview, behind },
    },
    asking,
  );
  const entries = content.children.reduce((sum, one) => sum + one.entries.length, 0);
  return { model: { head, ...content }, copy, persons: childIds, entries };
}

/** A pack as a file. */
export const renderPack = (app: FastifyInstance, model: PeerReviewModel, format: PaperFormat) =>
  renderPaper({ template: app.templates.peerReview as unknown as DocumentTemplate<object>, model }, format);

/** `GET /api/v1/exports/:id/peer-review`: read by whoever asked for it and those who decide, before it leaves. */
export function getPeerReview(app: FastifyInstance): void {
  app.get<{ Querystring: JourneyQuery }>(
    '/api/v1/exports/:id/peer-review',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const asking = await askingOf(app, request);
      const act = { action: 'exports/peer-review', record: { kind: 'export' as const, id } };
      const { model, copy } = await audited(app, request, act, async (tx) => {
        const opened = await findRecord(tx, 'export', id);
        const standing = opened?.record.standing as ExportStanding | undefined;
        if (!opened || standing?.what !== 'peer-review') throw notVisible();
        if (standing.ended) throw over();
        const by = standing.requested?.by ?? null;
        const other = by === request.reading.userId ? null : await readingAs(tx, request, by);
        const pack = await packFor(app, request, tx, { opened, other, outside: false }, asking);
        return { shown: pack, persons: pack.persons };
      });
      return reply
        .type(mediaTypes[format])
        .header(
          'content-disposition',
          `attachment; filename="peer-review-${id}-copy-${copy.copyNumber}.${format}"`,
        )
        .header('etag', `"${copy.digest}"`)
        .header('pack-copy', String(copy.copyNumber))
        .header('pack-version', String(copy.version))
        .send(await renderPack(app, model, format));
    },
  );
}

async function readingAs(tx: Tx, request: FastifyRequest, id: string | null): Promise<Reading | null> {
  const [user] = id ? await findRecordsById(tx, [id]) : [];
  if (!user) return null;
  return readingOf({ ...(user.standing as UserStanding), id: user.id }, request.reading.partnershipId);
}

/** What an export of a peer review says of its pack: the cases that the reader may see, and the copies that were made. */
export async function packView(tx: Tx, id: string, { cases = [], what }: ExportStanding) {
  if (what !== 'peer-review') return { cases: [], copies: [], persons: [] };
  const seen = await findRecordsById(
    tx,
    cases.map((one) => one.id),
  );
  const copies = await findCopies(tx, id);
  return {
    cases: cases.flatMap((one) => {
      const found = seen.find((record) => record.id === one.id);
      return found ? [{ id: one.id, reference: (found.standing as ChildCaseStanding).reference }] : [];
    }),
    copies: copies.map(({ copyNumber: number, recipientId, digest, issuedAt, document }: KeptCopy) => ({
      ...{ number, recipientId, digest, issuedAt, outside: document !== name },
    })),
    persons: cases.filter((one) => seen.some((record) => record.id === one.id)).map((one) => one.childId),
  };
}
