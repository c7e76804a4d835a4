import type { ChangeCarerPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Optional, Text } from '../fields.js';
import { RecordCarerBody } from './record-carer.js';

/** A carer on the books, as he or she is known now; what was known stays in its own entry. */
export class ChangeCarerBody extends RecordCarerBody implements ChangeCarerPayload {
  /** The id under which the carer stands; of one written down before carers had ids, the name. */
  @Text(200)
  carerId: string;

  @Optional()
  @Text(1000)
  reason?: string;
}

/** `POST /api/v1/children/:id/change-carer`. */
export const changeCarer = command('children/change-carer', ChangeCarerBody);
