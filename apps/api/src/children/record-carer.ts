import { type RecordCarerPayload, safeContacts } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** A carer or contact, and by which rules it is safe to reach them. */
export class RecordCarerBody extends CommandBody implements RecordCarerPayload {
  @Text(200)
  name: string;

  @Text(100)
  relation: string;

  @OneOf(['yes', 'no', 'not-yet-known'])
  livesWith: RecordCarerPayload['livesWith'];

  @Optional()
  @Text(60)
  phone?: string;

  @Optional()
  @Text(400)
  address?: string;

  @OneOf(safeContacts)
  mayContact: RecordCarerPayload['mayContact'];

  @Optional()
  @Text(1000)
  safeHow?: string;
}

/** `POST /api/v1/children/:id/record-carer`. */
export const recordCarer = command('children/record-carer', RecordCarerBody);
