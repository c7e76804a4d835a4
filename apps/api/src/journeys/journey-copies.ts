import type { DocumentTemplate } from '@mase/documents';
import { dateTimeWords } from '@mase/documents';
import { findCopies, findParts, findRecord, findRecordsById, type KeptCopy, type Tx } from '@mase/store';
import type { Actor, ChildCaseStanding, Role, StoredRecord, UserStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { hasReceiptAlone } from '../child-cases/case-state.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { restored } from '../packs/issued-content.js';
import { notKept, saysMissing } from '../packs/open-copy.js';
import { headWith, mediaTypes, renderPaper } from '../packs/paper-model.js';
import { dto } from '../plugins/bodies.js';
import { notVisible } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { JourneyQuery, journeyDocument, journeyHeaders } from './get-journey.js';
import { contentDigest } from './numbered-copy.js';

/** Who sees to whom a case's journey was given: those who answer for the case, and for what leaves. */
const overseers: readonly Role[] = ['manager', 'information-governance', 'caldicott-guardian', 'auditor'];

/** Whether somebody may know of a copy: it is his or her own, or he or she oversees them. */
const mayOpen = ({ userId, roles }: Actor, { recipientId }: Pick<KeptCopy, 'recipientId'>): boolean =>
  recipientId === userId || overseers.some((role) => roles.includes(role));

/** A case that the reader sees the chronology of, with the copies of its journey that he or she may know of. */
async function openedCopies(tx: Tx, id: string, actor: Actor) {
  const opened = await findRecord(tx, 'childCase', id);
  if (!opened || hasReceiptAlone(opened.classes)) return null;
  const { childId } = opened.record.standing as ChildCaseStanding;
  const copies = (await findCopies(tx, id)).filter((one) => one.document === journeyDocument);
  return { childId, copies: copies.filter((one) => mayOpen(actor, one)) };
}

const listSchema = {
  params: idParams,
  tags: ['child-cases'],
  operationId: 'child-cases.journey-copies',
  summary: 'Copies of the child’s journey that were issued: to whom, when, and their digests',
  response: {
    200: shownSchema('JourneyCopiesView', 'plain', 'The copies, the last issued first'),
    ...answersOf(401, 404, 503),
  },
};

/** `GET /api/v1/child-cases/:id/journey-copies`: to managers and overseers all, to anybody else his or her own. */
export function listJourneyCopies(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id/journey-copies', { schema: listSchema }, async (request) => {
    const id = idOf(request);
    const act = { action: 'child-cases/journey-copies', record: { kind: 'childCase' as const, id } };
    const { actor } = await askingOf(app, request);
    return audited(app, request, act, async (tx) => {
      const found = await openedCopies(tx, id, actor);
      if (!found) return null;
      const people = await findRecordsById(tx, [
        ...new Set(found.copies.map(({ recipientId }) => recipientId)),
      ]);
      const nameOf = (recipientId: string) =>
        (people.find((one: StoredRecord) => one.id === recipientId)?.standing as UserStanding | undefined)
          ?.name ?? null;
      const items = found.copies.toReversed().map((one) => ({
        ...{ number: one.copyNumber, version: one.version, digest: one.digest },
        ...{ recipientId: one.recipientId, name: nameOf(one.recipientId) },
        ...{ issuedAt: one.issuedAt, openedAt: one.openedAt },
      }));
      return { shown: { items }, persons: [found.childId] };
    });
  });
}

const openSchema = {
  querystring: dto(JourneyQuery),
  params: {
    type: 'object',
    required: ['id', 'number'],
    properties: {
      id: { type: 'string', description: 'The id of the case' },
      number: { type: 'string', pattern: '^[1-9]\\d{0,5}$', description: 'The number of the copy' },
    },
  },
  tags: ['child-cases'],
  operationId: 'child-cases.journey-copy',
  summary: 'A numbered copy of the child’s journey as it was issued',
  response: {
    200: {
      type: 'null',
      description: 'The document as it was issued, without what can no longer be shown, which it names',
      headers: {
        ...journeyHeaders,
        'pack-whole': {
          type: 'string',
          description: '“yes” where its content has that digest; “no” where a part can no longer be shown',
        },
      },
    },
    ...answersOf(400, 401, 404, 409, 503),
  },
};

/** `GET /api/v1/child-cases/:id/journey-copies/:number`: as it was issued, audited before it leaves; what can no longer be shown is named. */
export function openJourneyCopy(app: FastifyInstance): void {
  app.get<{ Querystring: JourneyQuery; Params: { id: string; number: string } }>(
    '/api/v1/child-cases/:id/journey-copies/:number',
    { schema: openSchema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf' } = request.query;
      const { number } = request.params as { number: string };
      const { actor, profile } = await askingOf(app, request);
      const record = { kind: 'childCase' as const, id };
      const act = { action: 'child-cases/journey-copy', record, reason: `copy ${number} as it was issued` };
      const { copy, was } = await audited(app, request, act, async (tx) => {
        const found = await openedCopies(tx, id, actor);
        const copy = found?.copies.find((one) => one.copyNumber === Number(number));
        if (!found || !copy) throw notVisible();
        const was = restored(copy.held, await findParts(tx, id, copy.held));
        if (!was) throw notKept('Its content is no longer open to you, or was disposed of.');
        return { shown: { copy, was }, persons: [found.childId] };
      });
      const head = headWith(was.title, copy, {
        of: copy.copyNumber,
        issued: dateTimeWords(copy.issuedAt, profile.timeZone),
      });
      const { withheld } = was.content as { withheld: string[] };
      const model = { head, ...was.content, withheld: [...saysMissing(was), ...withheld] };
      const whole =
        was.missing.length === 0 && contentDigest({ ...was, template: copy.template }) === copy.digest;
      const template = app.templates.journey as unknown as DocumentTemplate<object>;
      return reply
        .type(mediaTypes[format])
        .header('content-disposition', `attachment; filename="journey-${id}-copy-${number}.${format}"`)
        .header('etag', `"${copy.digest}"`)
        .header('pack-copy', String(copy.copyNumber))
        .header('pack-version', String(copy.version))
        .header('pack-whole', whole ? 'yes' : 'no')
        .send(await renderPaper({ template, model }, format));
    },
  );
}
