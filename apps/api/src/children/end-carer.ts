import type { EndCarerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Somebody is no carer or contact of the child any longer, and why. */
export class EndCarerBody extends CommandBody implements EndCarerPayload {
  /** The id under which the carer stands; of one written down before carers had ids, the name. */
  @Text(200)
  carerId: string;

  @Text(1000)
  reason: string;
}

/** `POST /api/v1/children/:id/end-carer`. */
export const endCarer = command('children/end-carer', EndCarerBody);
