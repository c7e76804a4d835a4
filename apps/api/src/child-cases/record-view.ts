import { type RecordViewPayload, viewHolders } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, OwnWords, Text } from '../fields.js';

/** The own words of a child, a parent, the police or an advocate, kept as a quotation. */
export class RecordViewBody extends CommandBody implements RecordViewPayload {
  @OneOf(viewHolders)
  of: (typeof viewHolders)[number];

  @Optional()
  @OwnWords(10_000)
  words?: string;

  @Text(2000)
  how: string;

  @Optional()
  @Text(2000)
  whyNot?: string;
}

/** `POST /api/v1/child-cases/:id/record-view`. */
export const recordView = command('child-cases/record-view', RecordViewBody);
