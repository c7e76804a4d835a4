import { packageTemplates, renderHtml, renderPdf } from '@mase/documents';
import { countIncidents, countProblems, findNames, type Tx } from '@mase/store';
import {
  incidentReport,
  labelOf,
  localDate,
  type ProblemProfile,
  periodOf,
  problemProfile,
  problemProfileForOthers,
  problemYear,
  profileReaders,
} from '@mase/workflow';
import { Matches } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { OneOf, Optional } from '../fields.js';
import { type FileFormat, Format } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { invalid } from '../problem.js';
import { demandRole, fileAnswers } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';
import { documentModel } from './document-model.js';
import { partnersGiven } from './partners-given.js';
import { profileTable } from './profile-table.js';

const yearForm = /^20\d\d(-\d\d)?$/;

/** Which year the profile is of: `2026` from January to December, `2025-26` from April to March. */
export class ProblemProfileQuery {
  @Matches(yearForm, { message: 'Give the year as 2026, or as 2025-26 from April to March.' })
  year: string;

  /** Outside the partnership small numbers are kept back. */
  @Optional()
  @OneOf(['partnership', 'outside'])
  for?: 'partnership' | 'outside';
}

/** Which year, and whether its figures are wanted as a file. */
export class ProblemFiguresQuery extends ProblemProfileQuery {
  @Format()
  format?: FileFormat;
}

/** Which year, and in which form the document is wanted. */
export class ProblemDocumentQuery extends ProblemProfileQuery {
  @OneOf(['pdf', 'html'])
  format: 'pdf' | 'html';
}

const address = '/api/v1/problem-profile';

const schema = {
  querystring: dto(ProblemFiguresQuery),
  tags: ['problem-profile'],
  operationId: 'problem-profile.view',
  summary:
    'The yearly problem profile: figures with their definitions, and gaps; for outside the partnership small numbers are kept back',
  response: {
    200: shownSchema('ProblemProfileView', 'plain', 'Counts alone: nobody and no place is named'),
    ...answersOf(400, 401, 403, 503),
  },
};
const documentSchema = {
  ...schema,
  querystring: dto(ProblemDocumentQuery),
  operationId: 'problem-profile.document',
  summary: 'The yearly problem profile as a document, for the partnership or for outside',
  response: fileAnswers('The document as application/pdf (PDF/UA) or text/html'),
};

type Asked = FastifyRequest<{ Querystring: ProblemProfileQuery }>;

/** `GET /api/v1/problem-profile` and `/document`: figures for those who steer and those who oversee. */
export function problemProfileRoutes(app: FastifyInstance): void {
  app.get(address, { schema, config: { table: profileTable } }, async (request: Asked) =>
    profiled(app, request, 'problem-profile/view', async (_tx, found) => found),
  );
  app.get<{ Querystring: ProblemDocumentQuery }>(
    `${address}/document`,
    { schema: documentSchema },
    async (request, reply) => {
      const { format, year, for: whom } = request.query;
      const name = `problem-profile-${year}${whom === 'outside' ? '-for-others' : ''}.${format}`;
      const { profile, now, actor } = await askingOf(app, request);
      const model = await profiled(app, request, 'problem-profile/document', async (tx, found) => {
        const { partnershipId } = request.reading;
        const named = await tx.query<{ name: string }>('select name from partnership where id = $1', [
          partnershipId,
        ]);
        const agencies = await findNames(tx, [actor.agencyId]);
        return documentModel(found, {
          ...{ name: actor.name, now, profile, partnership: named.rows[0]?.name ?? '' },
          role: labelOf(actor.roles[0] ?? ''),
          agency: agencies[actor.agencyId ?? ''] ?? '',
        });
      });
      const template = packageTemplates.problemProfile;
      return reply
        .type(format === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(format === 'pdf' ? await renderPdf(template, model) : renderHtml(template, model));
    },
  );
}

/** The profile of the year that is asked for, counted under the reader's context and audited, and what is made of it. */
async function profiled<T>(
  app: FastifyInstance,
  request: Asked,
  action: string,
  shownAs: (tx: Tx, found: ProblemProfile) => Promise<T>,
): Promise<T> {
  const { profile, now } = await askingOf(app, request);
  const today = localDate(now, profile.timeZone);
  const year = problemYear(request.query.year);
  const fault = (detail: string) =>
    invalid('Give another year.', [{ pointer: '/year', code: 'year', detail }]);
  if (!year) throw fault('Give the year as 2026, or as 2025-26 from April to March.');
  if (year.from > today) throw fault('The year has not begun.');
  return audited(app, request, { action }, async (tx) => {
    demandRole(
      request,
      profileReaders,
      'the police, the chair, the coordinator, a senior manager or an auditor',
    );
    const { from, to: until } = periodOf(year.from, year.to, profile.timeZone);
    const counts = await countProblems(tx, { from, until, firstDay: year.from, lastDay: year.to });
    const days = { from: year.from, to: year.to, asAt: today };
    const incidents = incidentReport(await countIncidents(tx, days), days, profile);
    const partners = await partnersGiven(tx, year.year, profile.timeZone);
    const make = request.query.for === 'outside' ? problemProfileForOthers : problemProfile;
    const found = make({ year, counts, incidents, asAt: today, partners });
    return { shown: await shownAs(tx, found), persons: [] };
  });
}
