import { findNames } from '@mase/store';
import type { ContentClass, IntelligenceRequirementStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { answerRequirement } from './answer-requirement.js';
import { raiseRequirement } from './raise-requirement.js';
import { withdrawRequirement } from './withdraw-requirement.js';

/** Which requirements a list shows: those in some states. */
export class IntelligenceRequirementsQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(IntelligenceRequirementsQuery),
  tags: ['intelligence-requirements'],
  operationId: 'intelligence-requirements.list',
  summary: 'Intelligence requirements, the newest first',
  response: {
    200: shownSchema('IntelligenceRequirementsView', 'list', 'One page of requirements'),
    ...answersOf(400, 401, 503),
  },
};

/** A requirement as lists show it; how it was answered is for those who asked. */
function requirementLine({ id, version, state, standing }: StoredRecord, classes: readonly ContentClass[]) {
  const {
    agencyId,
    agencyName,
    contactId,
    question,
    from,
    by,
    raised,
    answered,
    withdrawnAt,
    handling = 'P',
    clocks,
  } = standing as IntelligenceRequirementStanding;
  return {
    ...{
      id,
      version,
      state,
      agencyId,
      agencyName,
      contactId,
      question,
      from,
      by,
      raised,
      withdrawnAt,
      handling,
    },
    answeredAt: answered?.at ?? null,
    outcome: classes.includes('case') ? (answered?.outcome ?? null) : null,
    due: clocks[0]?.due ?? null,
  };
}

/** Everything of intelligence requirements that can be asked over HTTP. */
export function intelligenceRequirementRoutes(app: FastifyInstance): void {
  registerCommands(app, [raiseRequirement, answerRequirement, withdrawRequirement]);
  app.get<{ Querystring: IntelligenceRequirementsQuery }>(
    '/api/v1/intelligence-requirements',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'intelligence-requirements/list',
        asked: { kind: 'intelligenceRequirement', phases: request.query.phase, sort: 'newest' },
        show: async (rows, tx) => {
          const names = await findNames(
            tx,
            rows.map(({ record }) => (record.standing as IntelligenceRequirementStanding).contactId),
          );
          return rows.map(({ record, classes }) => {
            const line = requirementLine(record, classes);
            return { ...line, contactName: names[line.contactId ?? ''] ?? null };
          });
        },
        persons: () => null,
      }),
  );
  registerView(app, {
    kind: 'intelligenceRequirement',
    schema: 'IntelligenceRequirementView',
    summary: 'One intelligence requirement, and its answer for those who asked',
    show: ({ record, classes, written, names }) => ({
      ...requirementLine(record, classes),
      written: writtenView(written),
      names,
    }),
    persons: () => [],
  });
}
