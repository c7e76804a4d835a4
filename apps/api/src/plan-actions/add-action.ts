import { type AddActionPayload, actionKinds } from '@mase/workflow';
import { command } from '../command.js';
import { Id, OneOf, Text } from '../fields.js';
import { ActionDetailsBody } from './action-details.js';

/** An action of a plan: what, by whom, until when, how it will be known to have helped, and what if not. */
export class AddActionBody extends ActionDetailsBody implements Omit<AddActionPayload, 'from'> {
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
}

/** `POST /api/v1/plan-actions/add-action`. */
export const addAction = command('plan-actions/add-action', AddActionBody);
