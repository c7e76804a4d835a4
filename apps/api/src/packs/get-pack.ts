import { findClasses, findRecord, findRecordsById, type OpenedRecord, reading } from '@mase/store';
import type { SittingStanding, UserStanding } from '@mase/workflow';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { invalid, notVisible, ProblemError } from '../problem.js';
import { isGuest } from '../sittings/guests.js';
import { idOf } from '../view.js';
import { auditPack, issuePack, noReader } from './issue-pack.js';
import { beforeTheSitting, chairs, copyRecalled, issuers, recallOf, recipientsOf } from './pack-rights.js';
import { type PaperKind, paperKinds } from './paper-head.js';
import { mediaTypes, type PaperFormat, paperFormats, paperOf, renderPaper } from './paper-model.js';
import type { Papers, Person } from './papers.js';

/** Whose copy of which document, and in which form. */
export class PackQuery {
  /** The account of the recipient; oneself where it is left out. */
  @IsOptional()
  @IsUUID()
  recipient?: string;

  /** As Word there are the minutes and the letter. */
  @IsOptional()
  @IsIn(paperFormats)
  format?: PaperFormat;

  @IsOptional()
  @IsIn(paperKinds)
  document?: PaperKind;

  /** The item of the agenda whose sheet is asked for alone. */
  @IsOptional()
  @IsUUID()
  item?: string;
}

const refusal = (detail: string) =>
  new ProblemError({ status: 403, code: 'NOT_PERMITTED', title: 'Not permitted', detail });
const notYours = () =>
  refusal('The coordinator and the chair issue copies to others; anybody else asks for his or her own.');
const notNamed = () =>
  refusal(
    'Copies are issued to the chair and to those who are named as recipients of the papers; anybody else asks for his or her own.',
  );
const notForYou = () =>
  refusal('This copy may show a disruption part: its recipient asks for it, or the chair.');
const notForGuests = () =>
  refusal(
    'You have no seat at this sitting: the sheet of an item for which you come is yours, and a letter with what you are to do; no other paper.',
  );
/** Papers that people work on further have a Word file; the pack is issued as it is. */
const asWord: readonly PaperKind[] = ['minutes', 'letter'];
const notInWord = () =>
  invalid('Some fields have faults; nothing was made.', [
    { pointer: '/format', code: 'form', detail: 'As a Word file there are the minutes and the letter.' },
  ]);
/** Whoever has no seat has the sheet of the item that he or she comes for, and the letter with what he or she is to do. */
const forGuests: readonly PaperKind[] = ['extract', 'letter'];
const header = (description: string) => ({ type: 'string', description });

const schema = {
  querystring: dto(PackQuery),
  params: idParams,
  tags: ['sittings'],
  operationId: 'sittings.pack',
  summary: 'A copy of the papers of a sitting for one recipient',
  response: {
    200: {
      type: 'null',
      description: 'The document as a PDF, an HTML or a Word file, numbered for its recipient',
      headers: {
        etag: header('The digest of the content'),
        'pack-copy': header('The number of the copy'),
        'pack-version': header('Which version of this document the recipient has now'),
        'content-disposition': header('A file name without the name of any person'),
      },
    },
    ...answersOf(400, 401, 403, 404, 409, 503),
  },
};

/** `GET /api/v1/sittings/:id/pack`: a numbered copy for one recipient, recorded and audited before it leaves. */
export function getPack(app: FastifyInstance): void {
  app.get<{ Querystring: PackQuery }>('/api/v1/sittings/:id/pack', { schema }, async (request, reply) => {
    const {
      recipient: recipientId = request.actor.userId ?? '',
      format = 'pdf',
      document: kind = 'pack',
      item,
    } = request.query;
    const sittingId = idOf(request);
    const recipient = await admitted(app, request, { sittingId, recipientId, kind });
    if (format === 'docx' && !asWord.includes(kind)) throw notInWord();
    const asking = { sittingId, recipient, kind, ...(kind === 'extract' && item ? { item } : {}) };
    const { papers, copy, asked, held } = await issuePack(app, request, asking, (fresh) =>
      mayHold(app, request, sittingId, fresh),
    );
    const paper = paperOf(papers, asked, copy, { held, templates: app.templates });
    const day = papers.date(papers.sitting.standing.startsAt);
    return reply
      .type(mediaTypes[format])
      .header(
        'content-disposition',
        `attachment; filename="${kind}-${day}-copy-${copy.copyNumber}.${format}"`,
      )
      .header('etag', `"${copy.digest}"`)
      .header('pack-copy', String(copy.copyNumber))
      .header('pack-version', String(copy.version))
      .send(await renderPaper(paper, format));
  });
}

/** Who may be sent a paper: those who have the papers; the letter also those who were sent one without a seat. */
function mayHave(sitting: OpenedRecord, kind: PaperKind): string[] {
  const { addressees = [] } = sitting.record.standing as SittingStanding;
  return [...recipientsOf(sitting), ...(kind === 'letter' ? addressees : [])];
}

/** The recipient, where the person who asks sees the sitting and may have a copy made; refused looks are audited too. */
async function admitted(
  app: FastifyInstance,
  request: FastifyRequest,
  { sittingId, recipientId, kind }: { sittingId: string; recipientId: string; kind: PaperKind },
): Promise<Person> {
  const { actor } = request;
  const own = recipientId === actor.userId;
  const issues = own || issuers.some((role) => actor.roles.includes(role));
  const found = await reading(app.store, request.reading, async (tx) => {
    const sitting = await findRecord(tx, 'sitting', sittingId);
    const [person] = await findRecordsById(tx, [recipientId]);
    const guest =
      !forGuests.includes(kind) && isGuest((await findClasses(tx, [sittingId])).get(sittingId) ?? []);
    const named = own || (sitting !== null && mayHave(sitting, kind).includes(recipientId));
    const back =
      beforeTheSitting.includes(kind) && sitting !== null && recallOf(sitting, recipientId) !== undefined;
    if (!sitting || !issues || !named || back || guest)
      await auditPack(app, request, tx, sittingId, [], 'Refused');
    return {
      sees: sitting !== null,
      named,
      back,
      guest,
      person: person?.kind === 'user' ? person : undefined,
    };
  });
  if (!found.sees) throw notVisible();
  if (!issues) throw notYours();
  if (!found.named) throw notNamed();
  if (found.guest) throw notForGuests();
  if (found.back) throw copyRecalled();
  const standing = found.person?.standing as UserStanding | undefined;
  if (!standing || standing.endedAt) throw noReader();
  return { ...standing, id: recipientId };
}

/** Refuses a copy with a disruption part to whoever is neither its recipient nor chairs; the look is audited. */
async function mayHold(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
  { about, found }: Papers,
): Promise<void> {
  const { actor } = request;
  if (about.recipient.id === actor.userId || chairs.some((role) => actor.roles.includes(role))) return;
  if (![...found.classes.values()].some((classes) => classes.includes('disruption'))) return;
  await reading(app.store, request.reading, (tx) => auditPack(app, request, tx, sittingId, [], 'Refused'));
  throw notForYou();
}
