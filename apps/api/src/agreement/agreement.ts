import { type AssessmentPair, findAssessmentPairs, findNames, findRecordsById, type Tx } from '@mase/store';
import {
  type AgreementLine,
  agreementOf,
  findInstrument,
  type Grade,
  type Profile,
  periodOf,
  type RatedPair,
  type Rating,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import { DaysQuery, demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

/** A line of the reading, in words. */
export interface AgreementLineView extends AgreementLine {
  label: string;
}

/** How far two assessors agree, over some days. */
export interface AgreementView {
  from: string;
  to: string;
  pairs: number;
  /** Whether there were more pairs than are counted. */
  more: boolean;
  lines: AgreementLineView[];
  definition: string;
}

const readers = ['auditor', 'senior', 'coordinator', 'information-governance', 'caldicott-guardian'] as const;
/** So many pairs are counted at most, the newest. */
const mostPairs = 5000;

const definition =
  'Pairs of assessments of one child with one version of a tool, the second by somebody who did not see the first, in ' +
  'cases that the reader reads. Rows are the first assessor, columns the second. Kappa is agreement beyond chance ' +
  '(Cohen 1960 and 1968), weighted by distance or its square, with its 95 per cent interval (Fleiss, Cohen and ' +
  'Everitt 1969). A line of an agency counts the pairs in which either assessor belongs to it. Tools and their versions are never ' +
  'counted together, for their scales differ.';

const schema = {
  querystring: dto(DaysQuery),
  tags: ['agreement'],
  operationId: 'agreement.view',
  summary: 'How far two assessors agree, by instrument, domain and agency',
  response: {
    200: shownSchema('AgreementView', 'plain', 'Counts alone: no child and no assessor is named'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** `GET /api/v1/agreement`: figures from blind second assessments, for those who oversee. */
export function agreementRoute(app: FastifyInstance): void {
  app.get<{ Querystring: DaysQuery }>('/api/v1/agreement', { schema }, async (request) => {
    const { from, to } = request.query;
    demandDays({ from, to });
    const { profile } = await askingOf(app, request);
    return audited(app, request, { action: 'agreement/view' }, async (tx) => {
      demandRole(request, readers, 'an auditor, a senior manager, the coordinator or information governance');
      return { shown: await agreementView(tx, { from, to }, profile), persons: [] };
    });
  });
}

async function agreementView(tx: Tx, { from, to }: DaysQuery, profile: Profile): Promise<AgreementView> {
  const period = periodOf(from, to, profile.timeZone);
  const asked = { from: period.from, until: period.to, limit: mostPairs + 1 };
  const found = await findAssessmentPairs(tx, asked);
  const counted = found.slice(0, mostPairs);
  const agencies = await agenciesOf(tx, counted);
  const pairs = counted.map((pair) => ratedPair(pair, agencies));
  const used = new Map(pairs.map(({ instrument: { id, version } }) => [`${id} ${version}`, { id, version }]));
  const instruments = [...used.values()].flatMap(
    ({ id, version }) => findInstrument(profile, id, version) ?? [],
  );
  const names = await findNames(tx, [...new Set(agencies.values())]);
  const label = ({ instrument, domain, agencyId }: AgreementLine): string => {
    const tool = instruments.find(
      ({ id, version }) => id === instrument.id && version === instrument.version,
    );
    const inDomain = tool?.domains.find(({ code }) => code === domain)?.label;
    const severalVersions = instruments.filter(({ id }) => id === instrument.id).length > 1;
    const asked = `${inDomain ?? tool?.title ?? ''}${severalVersions ? ` (version ${instrument.version})` : ''}`;
    if (agencyId === null) return asked;
    return `${names[agencyId] ?? 'An agency that is not on the books'}: ${asked}`;
  };
  const lines = agreementOf(pairs, instruments).map((line) => ({ ...line, label: label(line) }));
  return { from, to, pairs: pairs.length, more: found.length > mostPairs, lines, definition };
}

/** The agency of each assessor who has an account, by the assessor. */
async function agenciesOf(tx: Tx, pairs: readonly AssessmentPair[]): Promise<Map<string, string>> {
  const ids = pairs.flatMap(({ first, second }) => [first.authorId, second.authorId]);
  const known = [...new Set(ids)].filter((id): id is string => id !== null);
  const people = known.length > 0 ? await findRecordsById(tx, known) : [];
  return new Map(
    people.map(({ id, standing }) => [id, (standing as unknown as { agencyId: string }).agencyId]),
  );
}

interface AssessmentBody {
  proposed: Grade;
  levels: Rating['levels'];
  result: { instrument: { id: string; version: number }; suggested: Grade };
}

function ratedPair({ first, second }: AssessmentPair, agencies: Map<string, string>): RatedPair {
  const rating = ({ body, authorId }: AssessmentPair['first']): Rating => {
    const { proposed, levels, result } = body as AssessmentBody;
    return {
      agencyId: agencies.get(authorId ?? '') ?? null,
      proposed,
      suggested: result.suggested,
      levels,
    };
  };
  const { instrument } = (second.body as AssessmentBody).result;
  return { instrument, first: rating(first), second: rating(second) };
}
