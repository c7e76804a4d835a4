import type { AcknowledgeOtherAreaPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What another area answered to a referral that was passed on to it. */
export class AcknowledgeOtherAreaBody extends CommandBody implements AcknowledgeOtherAreaPayload {
  @Text(200)
  answeredBy: string;

  @Text(2000)
  doing: string;
}

/** `POST /api/v1/child-cases/:id/acknowledge-other-area`. */
export const acknowledgeOtherArea = command('child-cases/acknowledge-other-area', AcknowledgeOtherAreaBody);
