import {
  type NoticeKind,
  type NoticeNeed,
  noticeKinds,
  noticeNeeds,
  type RecordNoticePayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Text } from '../fields.js';

/** Which statutory notice is needed, or why it is not. */
export class RecordNoticeBody extends CommandBody implements RecordNoticePayload {
  @Id()
  caseId: string;

  @OneOf(noticeKinds)
  kind: NoticeKind;

  @OneOf(noticeNeeds)
  need: NoticeNeed;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/notices/record-notice`. */
export const recordNotice = command('notices/record-notice', RecordNoticeBody);
