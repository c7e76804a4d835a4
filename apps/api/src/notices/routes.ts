import type { NoticeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerOnCase } from '../on-case.js';
import { answerNotice } from './answer-notice.js';
import { decideNotice } from './decide-notice.js';
import { noticeLine } from './notice-line.js';
import { recordNotice } from './record-notice.js';
import { sendNotice } from './send-notice.js';

/** Everything of statutory notices that can be asked over HTTP. */
export function noticeRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordNotice, decideNotice, sendNotice, answerNotice]);
  registerOnCase(app, {
    kind: 'notice',
    schemas: ['NoticesView', 'NoticeView'],
    summaries: ['Statutory notices, the newest first', 'One statutory notice'],
    line: noticeLine,
    childOf: ({ standing }) => (standing as NoticeStanding).childId,
  });
}
