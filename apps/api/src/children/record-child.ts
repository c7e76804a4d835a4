import type { RecordChildPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Part, Text, Truth } from '../fields.js';

/** A unique pupil number, and whether it was checked at its source. */
export class UpnBody {
  @Text(20)
  value: string;

  @Truth()
  verified: boolean;
}

/** A child put on the books, with or without a case. */
export class RecordChildBody extends CommandBody implements RecordChildPayload {
  @Optional()
  @Text(100)
  firstName?: string;

  @Optional()
  @Text(100)
  lastName?: string;

  @Optional()
  @Text(100)
  chosenName?: string;

  @Optional()
  @Day()
  birthDate?: string;

  @Optional()
  @OneOf(['male', 'female', 'not-yet-known'])
  sex?: 'male' | 'female' | 'not-yet-known';

  @Optional()
  @Text(2000)
  description?: string;

  @Optional()
  @Text(40)
  localId?: string;

  @Optional()
  @Text(40)
  ethnicity?: string;

  @Optional()
  @Part(() => UpnBody)
  upn?: UpnBody;

  @Text(100)
  from: string;
}

/** `POST /api/v1/children/record-child`. */
export const recordChild = command('children/record-child', RecordChildBody);
