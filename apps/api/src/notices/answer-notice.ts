import { type AnswerNoticePayload, type NoticeAnswer, noticeAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What came back of a notice. */
export class AnswerNoticeBody extends CommandBody implements AnswerNoticePayload {
  @OneOf(noticeAnswers)
  answer: NoticeAnswer;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/notices/:id/answer-notice`. */
export const answerNotice = command('notices/answer-notice', AnswerNoticeBody);
