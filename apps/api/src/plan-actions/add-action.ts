import { type AddActionPayload, actionKinds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** An action of a plan: what, by whom, until when, how it will be known to have helped, and what if not. */
export class AddActionBody extends CommandBody implements Omit<AddActionPayload, 'from'> {
  @Id()
  caseId: string;

  @OneOf(['safety', 'disruption'])
  part: 'safety' | 'disruption';

  @OneOf(actionKinds)
  kind: (typeof actionKinds)[number];

  @Text(2000)
  what: string;

  @Id()
  ownerId: string;

  @Optional()
  @Text(2000)
  outcome?: string;

  @Optional()
  @Day()
  due?: string;

  @Optional()
  @Text(2000)
  measure?: string;

  @Optional()
  @Text(2000)
  contingency?: string;

  @Optional()
  @Id()
  coverId?: string;

  @Optional()
  @Text(300)
  aim?: string;
}

/** `POST /api/v1/plan-actions/add-action`. */
export const addAction = command('plan-actions/add-action', AddActionBody);
