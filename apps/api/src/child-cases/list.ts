import { type Cautioned, findCautioned, findNames, type ListedRecord } from '@mase/store';
import { type ChildCaseStanding, type Grade, grades } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, OneOf, Optional, Text, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery, type SortAsked, Sorted } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { caseState } from './case-state.js';

/** Which cases a list shows. */
export class ChildCasesQuery extends PageQuery {
  @Sorted('recorded', '-recorded', 'opened', '-opened', 'due')
  sort?: SortAsked;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];

  /** Only cases that wait on the panel's list. */
  @Optional()
  @OneOf(['listed'])
  panel?: 'listed';

  @Optional()
  @OneOf(grades)
  grade?: Grade;

  @Optional()
  @Text(40)
  team?: string;

  @Optional()
  @OneOf(['me'])
  owner?: 'me';

  @Optional()
  @Text(20)
  reference?: string;
}

const whole = ['safety', 'sheet', 'case'] as const;

/** A case as a line of a list; of a case that the reader knows by its receipt only, no more than that it is there. */
export function caseLine(row: ListedRecord, names: { [id: string]: string }, cautioned: Cautioned) {
  const standing = row.record.standing as ChildCaseStanding;
  const line = {
    id: row.record.id,
    version: row.record.version,
    reference: row.reference,
    state: caseState(row.record, row.classes),
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    classes: row.classes,
  };
  if (!whole.some((one) => row.classes.includes(one))) return line;
  return {
    ...line,
    childId: standing.childId,
    name: row.title,
    cautions: cautioned.get(standing.childId) ?? [],
    ownerId: row.ownerId,
    ownerName: row.ownerId ? (names[row.ownerId] ?? null) : null,
    teamId: row.teamId,
    nextDue: row.nextDue,
    nextStep: row.nextStep,
    ...(whole.some((one) => one !== 'safety' && row.classes.includes(one))
      ? {
          grade: row.grade,
          workers: standing.workers,
          listing: standing.listing,
          lastDecision: standing.lastDecision,
        }
      : {}),
  };
}

const schema = {
  querystring: dto(ChildCasesQuery),
  tags: ['child-cases'],
  operationId: 'child-cases.list',
  summary: 'Cases that the reader may see, newest first',
  response: { 200: shownSchema('ChildCasesView', 'list', 'One page of cases'), ...answersOf(400, 401, 503) },
};

/** `GET /api/v1/child-cases`: cases by phase, grade, team, owner or reference. */
export function listCases(app: FastifyInstance): void {
  app.get<{ Querystring: ChildCasesQuery }>('/api/v1/child-cases', { schema }, async (request, reply) => {
    const { phase, panel, grade, team, owner, reference } = request.query;
    return listed(app, request, reply, {
      action: 'child-cases/list',
      asked: {
        kind: 'childCase',
        phases: phase,
        panel,
        grade,
        teamId: team,
        ownerId: owner ? request.reading.userId : undefined,
        reference: reference?.trim().toUpperCase(),
        sort: 'newest',
      },
      show: async (rows, tx) => {
        const names = await findNames(
          tx,
          rows.map((row) => row.ownerId),
        );
        const children = rows.map(({ record }) => (record.standing as ChildCaseStanding).childId);
        const cautioned = await findCautioned(tx, children);
        return rows.map((row) => caseLine(row, names, cautioned));
      },
      persons: (row) => (row.record.standing as ChildCaseStanding).childId,
    });
  });
}
