import type { ReferralProposalStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { proposalLine } from '../children/child-view.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';

/** Which proposals a list shows. */
export class ReferralProposalsQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 3)
  phase?: string[];
}

const schema = {
  querystring: dto(ReferralProposalsQuery),
  tags: ['referral-proposals'],
  operationId: 'referral-proposals.list',
  summary: 'Referral proposals, those that wait first',
  response: {
    200: shownSchema('ReferralProposalsView', 'list', 'One page of proposals'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/referral-proposals`: what is proposed comes before what was decided. */
export function listProposals(app: FastifyInstance): void {
  app.get<{ Querystring: ReferralProposalsQuery }>(
    '/api/v1/referral-proposals',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'referral-proposals/list',
        asked: { kind: 'referralProposal', phases: request.query.phase, sort: 'proposedFirst' },
        show: (rows) => rows.map((row) => proposalLine(row.record)),
        persons: (row) => (row.record.standing as ReferralProposalStanding).childId,
      }),
  );
}
