import type { AccessRequestStanding, ChildStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { consultationLine } from '../access-consultations/consultation-line.js';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { approveResponse } from './approve-response.js';
import { askRequester } from './ask-requester.js';
import { getBundle } from './bundle.js';
import { confirmIdentity } from './confirm-identity.js';
import { decideItems } from './decide-items.js';
import { extendTime } from './extend-time.js';
import { gatherBundle } from './gather-bundle.js';
import { issueResponse } from './issue-response.js';
import { listAccessRequests } from './list.js';
import { recordAnswer } from './record-answer.js';
import { recordRequest } from './record-request.js';
import { refuseRequest } from './refuse-request.js';
import { requestLine } from './request-line.js';
import { getResponse } from './response.js';
import { returnResponse } from './return-response.js';
import { withdrawRequest } from './withdraw-request.js';

const childOf = ({ standing }: StoredRecord) => (standing as AccessRequestStanding).childId;

/** Rows that the bundle shows, item by item. */
const ofBundle = ['bundle', 'item-decisions'];

/** Everything of requests for access that can be asked over HTTP. */
export function accessRequestRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    ...[recordRequest, confirmIdentity, askRequester, recordAnswer, extendTime, gatherBundle, decideItems],
    ...[approveResponse, returnResponse, issueResponse, refuseRequest, withdrawRequest],
  ]);
  listAccessRequests(app);
  registerView(app, {
    kind: 'accessRequest',
    schema: 'AccessRequestView',
    summary: 'One request for access, or the part of one: where it stands, who was asked, what was said',
    show: ({ record, parent, children, written, names }) => ({
      ...requestLine(record, (parent?.standing as ChildStanding | undefined)?.name ?? null),
      consultations: children
        .filter(({ kind }) => kind === 'accessConsultation')
        .map((one) => consultationLine(one)),
      written: writtenView(written.filter(({ kind }) => !ofBundle.includes(kind))),
      names,
    }),
    persons: ({ record }) => [childOf(record)],
  });
  getBundle(app);
  getResponse(app);
}
