import {
  type Priority,
  priorities,
  type StrandChairsAction,
  strandChairsActions,
  type TakeStrandActionPayload,
} from '@mase/workflow';
import { ConsultedBody } from '../child-cases/take-chairs-action.js';
import { CommandBody } from '../command.js';
import { OneOf, Optional, Parts, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** What the chair does about a person or a place between sittings, whom he or she consulted, and why it cannot wait. */
export class TakeStrandActionBody extends CommandBody implements TakeStrandActionPayload {
  @OneOf(strandChairsActions)
  did: StrandChairsAction;

  @Text(4000)
  reasons: string;

  @Parts(() => ConsultedBody, 10)
  consulted: ConsultedBody[];

  @Optional()
  @OneOf(priorities)
  priority?: Priority;

  @Optional()
  @Text(1000)
  measure?: string;

  @Optional()
  @Text(400)
  escalatedTo?: string;
}

/** `POST /api/v1/person-cases/:id/take-chairs-action`, and the same of `location-cases`. */
export const takeStrandAction = ofBothStrands('take-chairs-action', TakeStrandActionBody);
