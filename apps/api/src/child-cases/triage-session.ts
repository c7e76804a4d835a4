import { type Cautioned, findCautioned, findTriageDay, type TriageCase } from '@mase/store';
import { type ChildCaseStanding, localDate, type Role, regionsOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, Optional } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { allowedOf } from '../record-view.js';
import { type Asking, askingOf, audited } from '../view.js';

/** Which day's session; today where it is left out. */
export class TriageSessionQuery {
  @Optional()
  @Day()
  day?: string;
}

/** Who sits at triage, or looks over it. */
const triagers: readonly Role[] = [
  ...(['triage-social-worker', 'triage-officer', 'manager', 'duty-manager', 'senior'] as const),
  ...(['chair', 'deputy-chair', 'auditor'] as const),
];

const schema = {
  querystring: dto(TriageSessionQuery),
  tags: ['child-cases'],
  operationId: 'child-cases.triage-session',
  summary: 'What waits for triage, who was there on a day, which checks came back, and what was decided',
  response: {
    200: shownSchema('TriageSessionView', 'plain', 'The session of one day, as far as the reader may see it'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** A day and the nights beside it: wide enough for any offset from UTC; what lies outside the local day is left out. */
function around(day: string): { from: string; until: string } {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const hours = (count: number) => new Date(noon + count * 3_600_000).toISOString();
  return { from: hours(-27), until: hours(27) };
}

/** What is done at triage with a referral. */
const atTriage = ['child-cases/record-check', 'child-cases/decide-triage'];

function lineOf({ record, rows }: TriageCase, day: string, asking: Asking, cautioned: Cautioned) {
  const { profile } = asking;
  const { reference, name, receivedAt, danger, clocks, childId } = record.standing as ChildCaseStanding;
  const decision = rows.findLast(
    ({ kind, at }) => kind === 'triage' && localDate(at, profile.timeZone) === day,
  );
  const told = decision?.body as { outcome?: string; by?: string; present?: string[] } | undefined;
  const view = rows.findLast(
    ({ kind, body }) => kind === 'view' && (body as { of?: string }).of === 'police',
  );
  const said = rows.find(({ kind }) => kind === 'referral')?.body as { seenOrSaid?: string } | undefined;
  return {
    id: record.id,
    version: record.version,
    childId,
    reference,
    name,
    cautions: cautioned.get(childId) ?? [],
    receivedAt,
    due: clocks.find(({ rule }) => rule === 'triage-decision')?.due ?? null,
    danger: danger !== null && danger.acknowledgedBy === null,
    waits: regionsOf(record as never).work === 'awaitingTriage',
    seenOrSaid: said?.seenOrSaid ?? null,
    police: view ? 'given' : clocks.some(({ rule }) => rule === 'police-view') ? 'awaited' : null,
    checks: rows
      .filter(({ kind }) => kind === 'check')
      .map(({ body, at }) => ({ ...(body as { agency: string; result: string; words?: string }), at })),
    decision: decision
      ? { outcome: told?.outcome ?? '', by: told?.by ?? '', at: decision.at, present: told?.present ?? [] }
      : null,
    allowed: allowedOf(record, asking).filter(({ command }) => atTriage.includes(command)),
  };
}

/** `GET /api/v1/child-cases/triage-session`: today's list, who was there, checks returned and decisions, at once. */
export function viewTriageSession(app: FastifyInstance): void {
  app.get<{ Querystring: TriageSessionQuery }>(
    '/api/v1/child-cases/triage-session',
    { schema },
    async (request) => {
      const asking = await askingOf(app, request);
      const day = request.query.day ?? localDate(asking.now, asking.profile.timeZone);
      return audited(app, request, { action: 'child-cases/triage-session' }, async (tx) => {
        if (!triagers.some((role) => request.actor.roles.includes(role)))
          throw notPermitted('triage, or a manager');
        const cases = await findTriageDay(tx, around(day));
        const children = cases.map(({ record }) => (record.standing as ChildCaseStanding).childId);
        const cautioned = await findCautioned(tx, children);
        const lines = cases
          .map((one) => lineOf(one, day, asking, cautioned))
          .filter(({ waits, decision }) => waits || decision);
        const first = [...lines].sort((one, other) => one.receivedAt.localeCompare(other.receivedAt));
        const present = [...new Set(first.flatMap(({ decision }) => decision?.present ?? []))].sort();
        const shown = {
          day,
          present,
          // Immediate danger stands before whoever waits longer; the order of each stays.
          waiting: first
            .filter(({ waits }) => waits)
            .sort((one, other) => Number(other.danger) - Number(one.danger)),
          decided: first.filter(({ waits }) => !waits),
        };
        return { shown, persons: [...new Set(first.map(({ childId }) => childId))] };
      });
    },
  );
}
