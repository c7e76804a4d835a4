import { type JourneyModel, renderHtml, renderPdf } from '@mase/documents';
import { findNamesAround, type Tx } from '@mase/store';
import type { ChildCaseStanding, Role } from '@mase/workflow';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { ProblemError } from '../problem.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { readerOf } from './get-journey.js';
import { journeyModel } from './journey-head.js';
import { inOrder, journeyContent } from './journey-model.js';
import { dayCount, type Pseudonym, pseudonymised } from './pseudonyms.js';
import { partnershipName, type ReadJourney, readJourney } from './read-journey.js';

/** Who makes journeys for reviewers: those who answer for what leaves, and those who audit. */
const makers: readonly Role[] = ['information-governance', 'auditor', 'caldicott-guardian'];

/** Why a journey without names is made, and for whom. */
export class PeerReviewQuery {
  @IsOptional()
  @IsIn(['pdf', 'html'])
  format?: 'pdf' | 'html';

  /** Why: which review, who reads it. It stands in the audit. */
  @Text(500)
  reason: string;

  /** Under which number the child goes in this review: "Child 3". */
  @IsOptional()
  @IsIn(Array.from({ length: 99 }, (_, index) => String(index + 1)))
  number?: string;
}

const schema = {
  querystring: dto(PeerReviewQuery),
  params: idParams,
  tags: ['child-cases'],
  operationId: 'child-cases.peer-review',
  summary: 'The child’s journey without names, for a peer review',
  response: {
    200: {
      type: 'null',
      description: 'The document as application/pdf or text/html',
      headers: {
        'content-disposition': { type: 'string', description: 'A file name without any reference' },
      },
    },
    ...answersOf(400, 401, 403, 404, 503),
  },
};

const notYours = () =>
  new ProblemError({
    status: 403,
    code: 'NOT_PERMITTED',
    title: 'Not permitted',
    detail:
      'Journeys for a peer review are made by information governance, the Caldicott guardian or an auditor.',
  });

/** `GET /api/v1/child-cases/:id/peer-review`: pseudonymised; the reason stands in the audit, which is written before it leaves. */
export function getPeerReview(app: FastifyInstance): void {
  app.get<{ Querystring: PeerReviewQuery }>(
    '/api/v1/child-cases/:id/peer-review',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const { format = 'pdf', reason, number = '1' } = request.query;
      const asking = await askingOf(app, request);
      const record = { kind: 'childCase' as const, id };
      const act = { action: 'child-cases/peer-review', record, reason };
      const model = await audited(app, request, act, async (tx) => {
        const read = await readJourney(tx, id, asking);
        if (!read) return null;
        if (!makers.some((role) => asking.actor.roles.includes(role))) throw notYours();
        const shown = await modelOf(tx, read, {
          asking,
          number,
          partnershipId: request.reading.partnershipId,
        });
        return { shown, persons: [read.childId] };
      });
      const { journey } = app.templates;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="peer-review-child-${number}.${format}"`)
        .send(format === 'pdf' ? await renderPdf(journey, model) : renderHtml(journey, model));
    },
  );
}

async function modelOf(
  tx: Tx,
  read: ReadJourney,
  { asking, number, partnershipId }: { asking: Asking; number: string; partnershipId: string },
): Promise<JourneyModel> {
  const child = `Child ${number}`;
  const first = inOrder(read.sources.entries)[0]?.happened ?? asking.now;
  const content = journeyContent(read.sources, dayCount(first));
  const partnership = await partnershipName(tx, partnershipId);
  const names = await namesOf(tx, read, { child, partnership });
  return journeyModel(pseudonymised(content, child, names), {
    title: `Peer review: ${child}`,
    partnership: 'A partnership in England',
    reader: { ...(await readerOf(tx, asking)), agency: 'for a peer review' },
    version: read.sources.opened.record.version,
    ...{ now: asking.now, profile: asking.profile },
  }).model;
}

/** The names that the record of a case knows: the child, carers, whoever wrote or is named, agencies, and the partnership itself. */
async function namesOf(
  tx: Tx,
  { sources, carers, childId }: ReadJourney,
  { child, partnership }: { child: string; partnership: string },
): Promise<Pseudonym[]> {
  const { name, reference } = sources.opened.record.standing as ChildCaseStanding;
  const written = sources.entries.map(({ body }) => body as { by?: string; child?: object; who?: string });
  const own = written.flatMap(({ child: told }) =>
    Object.values(told ?? {}).filter((one) => typeof one === 'string'),
  );
  const people = [
    ...new Set([...Object.values(sources.opened.names), ...written.flatMap(({ by }) => by ?? [])]),
  ];
  const known = await findNamesAround(tx, childId);
  return [
    ...[name, reference, ...own].map((one) => ({ name: one, instead: child })),
    ...carers.flatMap(({ name: carer, reached }, index) => [
      { name: carer, instead: `Carer ${index + 1}` },
      ...reached.map((one): Pseudonym => ({ name: one, instead: 'address', whole: true })),
    ]),
    ...people.map((one, index) => ({ name: one, instead: `Professional ${index + 1}` })),
    ...known.map(
      ({ kind, name: other }, index): Pseudonym => ({
        ...{ name: other, instead: `${kindWords[kind]} ${index + 1}` },
        ...(kind === 'person' || kind === 'child' ? {} : { whole: true }),
      }),
    ),
    { name: partnership, instead: 'Partnership', whole: true },
  ];
}

const kindWords: { [kind: string]: string } = {
  agency: 'Agency',
  person: 'Person',
  location: 'Place',
  child: 'Another child',
  identifier: 'Account or number',
};
