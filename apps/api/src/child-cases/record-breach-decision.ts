import { breachFindings, type RecordBreachDecisionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, OneOf, Optional, Text } from '../fields.js';

/** What is found of a withdrawn entry, whether the Information Commissioner is told, why, and who gives a copy back. */
export class RecordBreachDecisionBody extends CommandBody implements RecordBreachDecisionPayload {
  @Id()
  rowId: string;

  @OneOf(breachFindings)
  finding: (typeof breachFindings)[number];

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
