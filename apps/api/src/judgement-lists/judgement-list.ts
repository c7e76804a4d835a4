import { findJudgements, type JudgementRow } from '@mase/store';
import { type Grade, type JudgementList, judgementLists, periodOf } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, idPattern, isInstant, OneOf } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

/** Which list, and of which days, both included. */
export class JudgementListQuery extends PageQuery {
  @OneOf(judgementLists)
  list: JudgementList;

  @Day()
  from: string;

  @Day()
  to: string;
}

/** A judgement that somebody else looks at: on which case, what was judged, why, by whom, when. */
export interface JudgementLine {
  id: string;
  caseId: string;
  reference: string;
  name: string;
  team: string | null;
  at: string;
  happened: string;
  by: string | null;
  /** Of a grade: what was confirmed, and the floor that held. */
  grade: Grade | null;
  floor: Grade | null;
  /** The reasons that were given, as they were written: the worker’s, the manager’s, the second person’s. */
  reasons: string[];
  harmNow: string[];
}

const readers = ['chair', 'deputy-chair', 'auditor', 'senior'] as const;

const schema = {
  querystring: dto(JudgementListQuery),
  tags: ['judgement-lists'],
  operationId: 'judgement-lists.list',
  summary: 'Judgements that the chair and the auditor look at, the newest first',
  response: {
    200: shownSchema('JudgementListView', 'list', 'One page of a list of judgements'),
    ...answersOf(400, 401, 403, 503),
  },
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const reasonFields: Record<JudgementList, readonly string[]> = {
  'below-floor': ['reasons', 'secondSignatureReason'],
  'no-harm': ['noHarmReason'],
  'threshold-not-met': ['summary'],
  'no-crime-reference': ['noCrimeReason'],
};

/** Refuses (403) everybody but those whom the lists are for. */
const demandJudge = (request: FastifyRequest): void =>
  demandRole(request, readers, 'the chair, the deputy chair, a senior manager or an auditor');

/** What a list shows of a judgement. */
function lineOf(
  list: JudgementList,
  { id, at, happened, body, proposedWhy, record }: JudgementRow,
): JudgementLine {
  const { reference, name, team, harm } = record.standing;
  const worker = list === 'below-floor' ? [proposedWhy] : [];
  return {
    ...{ id, caseId: record.id, reference, name, team, at, happened },
    by: text(body.by),
    grade: text(body.grade) as Grade | null,
    floor: text((body.proposed as { floor?: unknown } | null | undefined)?.floor) as Grade | null,
    reasons: [...worker, ...reasonFields[list].map((field) => body[field])].flatMap((one) => text(one) ?? []),
    harmNow: Object.entries(harm).flatMap(([kind, one]) => (one.certainty === 'none-known' ? [] : [kind])),
  };
}

function isCursor(value: unknown): value is { at: string; id: string } {
  const { at, id } = (value ?? {}) as { at?: unknown; id?: unknown };
  return isInstant(at) && typeof id === 'string' && idPattern.test(id);
}

/** `GET /api/v1/judgement-lists`: judgements that somebody else looks at, as far as the reader reads the case. */
export function judgementListRoute(app: FastifyInstance): void {
  app.get<{ Querystring: JudgementListQuery }>(
    '/api/v1/judgement-lists',
    { schema },
    async (request, reply) => {
      const { list, from, to, limit = usualLimit } = request.query;
      const { profile } = await askingOf(app, request);
      demandDays(request.query);
      const period = periodOf(from, to, profile.timeZone);
      const after = readCursor(request.query.after, isCursor);
      const view = await audited(app, request, { action: 'judgement-lists/list' }, async (tx) => {
        demandJudge(request);
        const asked = { list, from: period.from, until: period.to, after, limit: limit + 1 };
        const rows = await findJudgements(tx, asked);
        const page = rows.slice(0, limit);
        const last = rows.length > limit ? page.at(-1) : undefined;
        const items = page.map((row) => lineOf(list, row));
        const next = last ? cursorText({ at: last.at, id: last.id }) : null;
        return {
          shown: { items, next },
          persons: [...new Set(page.map((row) => row.record.standing.childId))],
        };
      });
      linkNext(reply, request, view.next);
      return view;
    },
  );
}
