import {
  type AnswerSource,
  answerSources,
  type Handling,
  handlings,
  type RaiseRequirementPayload,
  type SharingPower,
  sharingPowerCodes,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Ids, OneOf, Optional, SomeOf, Text } from '../fields.js';

/** What is asked of an agency, why, by when, and where the answer may come from: never from a child. */
export class RaiseRequirementBody extends CommandBody implements RaiseRequirementPayload {
  @Text(5000)
  question: string;

  @Text(1000)
  purpose: string;

  @Id()
  agencyId: string;

  @Optional()
  @Id()
  contactId?: string;

  @Day()
  by: string;

  @SomeOf(answerSources)
  from: AnswerSource[];

  @SomeOf(sharingPowerCodes)
  powers: SharingPower[];

  @Optional()
  @OneOf(handlings)
  handling?: Handling;

  @Optional()
  @Ids(12)
  readers?: string[];
}

/** `POST /api/v1/intelligence-requirements/raise-requirement`. */
export const raiseRequirement = command('intelligence-requirements/raise-requirement', RaiseRequirementBody);
