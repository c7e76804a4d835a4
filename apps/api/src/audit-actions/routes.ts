import type { AuditActionStanding, ContentClass, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Id, Listed, OneOf, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { DueRecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { auditActionCommands } from './action-bodies.js';

/** Which actions from audits a list shows: one's own, those of a case, those in some states. */
export class AuditActionsQuery extends DueRecordsQuery {
  @Optional()
  @OneOf(['me'])
  owner?: 'me';

  @Optional()
  @Id()
  caseId?: string;

  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(AuditActionsQuery),
  tags: ['audit-actions'],
  operationId: 'audit-actions.list',
  summary: 'Actions from audits, the newest first',
  response: {
    200: shownSchema('AuditActionsView', 'list', 'One page of actions from audits'),
    ...answersOf(400, 401, 503),
  },
};

const childOf = ({ standing }: StoredRecord) => (standing as AuditActionStanding).childId;

/** An action from an audit; whose case it came from is for those who read the audit. */
function actionLine({ id, version, state, standing }: StoredRecord, classes: readonly ContentClass[]) {
  const { clocks, due, ...action } = standing as AuditActionStanding;
  const { part, what, ownerId, ownerName, agencyId, firstDue, given, proofAt, sentBack, ended } = action;
  const { caseId, childId, name, reference, auditId } = action;
  return {
    ...{ id, version, state, part, what, ownerId, ownerName, agencyId, firstDue, given, proofAt },
    ...{ sentBack, ended, dueOn: due, due: clocks[0]?.due ?? null },
    from: classes.includes('case') ? { auditId, caseId, childId, name, reference } : null,
  };
}

/** Everything of actions from audits that can be asked over HTTP. */
export function auditActionRoutes(app: FastifyInstance): void {
  registerCommands(app, auditActionCommands);
  app.get<{ Querystring: AuditActionsQuery }>('/api/v1/audit-actions', { schema }, async (request, reply) => {
    const { owner, caseId, phase } = request.query;
    return listed(app, request, reply, {
      action: 'audit-actions/list',
      asked: {
        kind: 'auditAction',
        phases: phase,
        parentId: caseId,
        ownerId: owner ? request.reading.userId : undefined,
        sort: 'newest',
      },
      show: (rows) => rows.map(({ record, classes }) => actionLine(record, classes)),
      persons: ({ record }) => childOf(record),
    });
  });
  registerView(app, {
    kind: 'auditAction',
    schema: 'AuditActionView',
    summary: 'One action from an audit, with what was said of it',
    show: ({ record, classes, written, names }) => ({
      ...actionLine(record, classes),
      written: writtenView(written),
      names,
    }),
    persons: ({ record }) => [childOf(record)],
  });
}
