import { type DecideNoticePayload, type NoticeNeed, noticeNeeds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Whether a notice is needed, and why. */
export class DecideNoticeBody extends CommandBody implements DecideNoticePayload {
  @OneOf(noticeNeeds)
  need: NoticeNeed;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/notices/:id/decide-notice`. */
export const decideNotice = command('notices/decide-notice', DecideNoticeBody);
