import {
  accesses,
  type ChildAccess,
  type Gravity,
  gravities,
  type Priority,
  priorities,
  type SetPriorityPayload,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** How serious it is and what access there is; where the officer judges otherwise than the rule, how and why. */
export class SetPriorityBody extends CommandBody implements SetPriorityPayload {
  @OneOf(gravities)
  gravity: Gravity;

  @OneOf(accesses)
  access: ChildAccess;

  @Optional()
  @OneOf(priorities)
  override?: Priority;

  @Optional()
  @Text(5000)
  reasons?: string;
}

/** `POST /api/v1/person-cases/:id/set-priority`, and the same of `location-cases`. */
export const setPriority = ofBothStrands('set-priority', SetPriorityBody);
