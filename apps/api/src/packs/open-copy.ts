import { type DocumentHead, type DocumentTemplate, dateTimeWords } from '@mase/documents';
import {
  findCopies,
  findParts,
  findRecord,
  findRecordsById,
  type KeptCopy,
  openCopy,
  reading,
  type Tx,
} from '@mase/store';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { notVisible, ProblemError } from '../problem.js';
import { idOf } from '../view.js';
import { personsOf } from './copy-persons.js';
import { auditPack } from './issue-pack.js';
import { type Restored, restored } from './issued-content.js';
import { copyRecalled, opensIssued, recallOf } from './pack-rights.js';
import { paperDigest } from './paper-digest.js';
import { templateOf } from './paper-forms.js';
import { type PaperKind, paperKinds } from './paper-head.js';
import { headWith, mediaTypes, renderPaper } from './paper-model.js';

/** In which form a copy is opened again. */
export class OpenCopyQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';
}

const header = (description: string) => ({ type: 'string', description });

const schema = {
  querystring: dto(OpenCopyQuery),
  params: {
    type: 'object',
    required: ['id', 'number'],
    properties: {
      id: { type: 'string', description: 'The id of the sitting' },
      number: { type: 'string', pattern: '^[1-9]\\d{0,5}$', description: 'The number of the copy' },
    },
  },
  tags: ['sittings'],
  operationId: 'sittings.issued-copy',
  summary: 'A numbered copy of the papers as it was issued',
  response: {
    200: {
      type: 'null',
      description: 'The document as it was issued, without what can no longer be shown, which it names',
      headers: {
        etag: header('The digest that was recorded when it was issued'),
        'pack-version': header('Which version of this document it is'),
        'pack-whole': header(
          '“yes” where its content has that digest; “no” where a part can no longer be shown',
        ),
        'content-disposition': header('A file name without the name of any person'),
      },
    },
    ...answersOf(400, 401, 403, 404, 409, 503),
  },
};

const notYours = () =>
  new ProblemError({
    status: 403,
    code: 'NOT_PERMITTED',
    title: 'Not permitted',
    detail:
      'A copy as it was issued is opened by its recipient, the chair, an auditor or information governance.',
  });
/** 409: what a copy held is not kept, or no longer open to whoever asks. */
export const notKept = (detail: string) =>
  new ProblemError({ status: 409, code: 'COPY_NOT_KEPT', title: 'This copy cannot be shown again', detail });

/** `GET /api/v1/sittings/:id/copies/:number`: a copy as it was issued, audited before it leaves; what can no longer be shown is named. */
export function openIssuedCopy(app: FastifyInstance): void {
  app.get<{ Querystring: OpenCopyQuery; Params: { id: string; number: string } }>(
    '/api/v1/sittings/:id/copies/:number',
    { schema },
    async (request, reply) => {
      const sittingId = idOf(request);
      const { format = 'pdf' } = request.query;
      const { copy, was, startsAt } = await readCopy(app, request, sittingId);
      const kind = kindOf(copy);
      const { timeZone } = await app.profileOf(request.reading);
      const head = headWith(was.title, copy, {
        of: copy.copyNumber,
        issued: dateTimeWords(copy.issuedAt, timeZone),
      });
      const template = app.templates[templateOf(kind)] as unknown as DocumentTemplate<object>;
      const whole =
        was.missing.length === 0 && paperDigest(was.title, was.content, copy.template) === copy.digest;
      return reply
        .type(mediaTypes[format])
        .header(
          'content-disposition',
          `attachment; filename="${kind}-${startsAt}-copy-${copy.copyNumber}.${format}"`,
        )
        .header('etag', `"${copy.digest}"`)
        .header('pack-version', String(copy.version))
        .header('pack-whole', whole ? 'yes' : 'no')
        .send(await renderPaper({ template, model: modelOf(kind, head, was) }, format));
    },
  );
}

/** Which paper a copy is of: "pack:shared" is a pack. */
function kindOf({ document }: KeptCopy): PaperKind {
  const [kind] = document.split(':');
  return paperKinds.find((one) => one === kind) ?? 'pack';
}

/** What a restored copy says of what it lacks. */
export const saysMissing = ({ missing }: Restored): string[] =>
  missing.length === 0
    ? []
    : [
        `This is the copy as it was issued, without what can no longer be shown to whoever opens it now: ${missing.join('; ')}. A record behind it was withdrawn, restricted or disposed of since, or is not open to this reader.`,
      ];

function modelOf(kind: PaperKind, head: DocumentHead, was: Restored): { head: DocumentHead } {
  const { withheld } = was.content as { withheld?: string[] };
  if (!withheld && was.missing.length > 0) throw notKept(saysMissing(was).join(''));
  return {
    head,
    ...was.content,
    ...(withheld ? { withheld: [...saysMissing(was), ...withheld] } : {}),
    // What changed was said when it was issued, in the light of what its reader saw then: it is no part of its digest.
    ...(kind === 'pack' || kind === 'supplement' ? { changes: null } : {}),
  };
}

async function readCopy(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
): Promise<{ copy: KeptCopy; was: Restored; startsAt: string }> {
  const { number } = request.params as { number: string };
  const found = await reading(app.store, request.reading, async (tx) => {
    const sitting = await findRecord(tx, 'sitting', sittingId);
    const copy =
      sitting && (await findCopies(tx, sittingId)).find((one) => one.copyNumber === Number(number));
    const mine = copy ? opensIssued(request.actor, copy) : false;
    const refused = (refusal: ProblemError) =>
      auditPack(app, request, tx, sittingId, [], 'Refused').then(() => ({ refusal }));
    if (!sitting || !copy) return refused(notVisible());
    if (!mine) return refused(notYours());
    if (copy.recipientId === request.reading.userId && recallOf(sitting, copy.recipientId))
      return refused(copyRecalled());
    return { sitting, ...(await opened(app, request, tx, { sittingId, copy })) };
  });
  if ('refusal' in found) throw found.refusal;
  const { startsAt } = found.sitting.record.standing as unknown as { startsAt: string };
  if (!found.was)
    throw notKept(
      found.copy.held.length === 0
        ? 'It was issued before the content of copies was kept: its digest and what each part held stand in the record.'
        : 'Its content is no longer open to you, or was disposed of.',
    );
  return { copy: found.copy, was: found.was, startsAt: startsAt.slice(0, 10) };
}

/** Reads what is left of a copy, and writes who looked at whom; its recipient has opened it now. */
async function opened(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  { sittingId, copy }: { sittingId: string; copy: KeptCopy },
): Promise<{ copy: KeptCopy; was: Restored | null }> {
  const parts = await findParts(tx, sittingId, copy.held);
  const was = restored(copy.held, parts);
  const behind = await findRecordsById(tx, [
    ...new Set([...parts.values()].flatMap(({ records }) => records)),
  ]);
  const reason = `copy ${copy.copyNumber} as it was issued`;
  await auditPack(app, request, tx, sittingId, was ? personsOf(behind) : [], reason);
  const { recipientId, copyNumber } = copy;
  if (was && recipientId === request.reading.userId)
    await openCopy(tx, { recordId: sittingId, recipientId, copyNumber }, app.store.clock());
  return { copy, was };
}
