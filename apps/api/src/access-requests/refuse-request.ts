import { type RefuseRequestPayload, refusalGrounds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Why the request is refused; the reasons stand in the letter. */
export class RefuseRequestBody extends CommandBody implements RefuseRequestPayload {
  @OneOf(refusalGrounds)
  ground: (typeof refusalGrounds)[number];

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/access-requests/:id/refuse-request`. */
export const refuseRequest = command('access-requests/refuse-request', RefuseRequestBody);
