import type { InformationRequestStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerOnCase } from '../on-case.js';
import { answerInformation } from './answer-information.js';
import { chaseAnswer } from './chase-answer.js';
import { feedBack } from './feed-back.js';
import { requestInformation } from './request-information.js';
import { requestLine } from './request-line.js';
import { withdrawInformationRequest } from './withdraw-request.js';

/** Everything of requests for information that can be asked over HTTP. */
export function informationRequestRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    requestInformation,
    answerInformation,
    chaseAnswer,
    withdrawInformationRequest,
    feedBack,
  ]);
  registerOnCase(app, {
    kind: 'informationRequest',
    schemas: ['InformationRequestsView', 'InformationRequestView'],
    summaries: ['Requests for information, the newest first', 'What one agency is asked about a child'],
    line: requestLine,
    childOf: ({ standing }) => (standing as InformationRequestStanding).childId,
  });
}
