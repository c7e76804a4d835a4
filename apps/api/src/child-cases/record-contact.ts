import { contactKinds, contactWith, type RecordContactPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** A visit, session, call, text, attempt, significant event or supervision, and what was said. */
export class RecordContactBody extends CommandBody implements RecordContactPayload {
  @OneOf(contactKinds)
  kind: (typeof contactKinds)[number];

  @Optional()
  @OneOf(contactWith)
  with?: (typeof contactWith)[number];

  @Optional()
  @OneOf(['yes', 'no'])
  alone?: 'yes' | 'no';

  @Optional()
  @OneOf(['yes', 'no'])
  answered?: 'yes' | 'no';

  @Text(10_000)
  said: string;
}

/** `POST /api/v1/child-cases/:id/record-contact`. */
export const recordContact = command('child-cases/record-contact', RecordContactBody);
