import {
  type PoliceLevel,
  policeLevels,
  type SearchDetails,
  type TriggerPlan,
  triggerPlans,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** What is known of the search for a child, any part of it. */
export class SearchDetailsBody extends CommandBody implements SearchDetails {
  @Optional()
  @Text(60)
  policeReference?: string;

  @Optional()
  @OneOf(policeLevels)
  policeLevel?: PoliceLevel;

  @Optional()
  @Text(500)
  looking?: string;

  @Optional()
  @OneOf(triggerPlans)
  triggerPlan?: TriggerPlan;
}
