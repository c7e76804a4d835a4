import { firstResponders, guardianServices, type SendNoticePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** To whom a notice was sent, and under which reference. */
export class SendNoticeBody extends CommandBody implements SendNoticePayload {
  @Text(200)
  to: string;

  @Optional()
  @Text(60)
  reference?: string;

  @Optional()
  @OneOf(firstResponders)
  firstResponder?: (typeof firstResponders)[number];

  @Optional()
  @OneOf(guardianServices)
  guardianService?: (typeof guardianServices)[number];
}

/** `POST /api/v1/notices/:id/send-notice`. */
export const sendNotice = command('notices/send-notice', SendNoticeBody);
