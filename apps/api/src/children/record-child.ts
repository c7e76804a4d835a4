import type { RecordChildPayload } from '@mase/workflow';
import { type CommandBody, command } from '../command.js';
import { Instant, Optional, Part, Text, Truth } from '../fields.js';
import { ChildDescriptionBody } from './child-description.js';

/** A unique pupil number, and whether it was checked at its source. */
export class UpnBody {
  @Text(20)
  value: string;

  @Truth()
  verified: boolean;
}

/** A child put on the books, with or without a case. */
export class RecordChildBody extends ChildDescriptionBody implements RecordChildPayload, CommandBody {
  @Optional()
  @Instant()
  happened?: string;

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
