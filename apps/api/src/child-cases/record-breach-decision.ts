import type { RecordBreachDecisionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids, OneOf, Optional, Text } from '../fields.js';

/** Whether the Information Commissioner is told of a breach, why, and who is told to give a copy back. */
export class RecordBreachDecisionBody extends CommandBody implements RecordBreachDecisionPayload {
  @OneOf(['yes', 'no'])
  reported: 'yes' | 'no';

  @Text(5000)
  reasons: string;

  @Optional()
  @Ids(100)
  told?: string[];
}

/** `POST /api/v1/child-cases/:id/record-breach-decision`. */
export const recordBreachDecision = command('child-cases/record-breach-decision', RecordBreachDecisionBody);
