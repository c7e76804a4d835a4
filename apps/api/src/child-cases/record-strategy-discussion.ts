import { agencyKinds, type RecordStrategyDiscussionPayload, strategyOutcomes } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, SomeOf, Text } from '../fields.js';

/** A strategy discussion: which agencies, how, and what they decided. */
export class RecordStrategyDiscussionBody extends CommandBody implements RecordStrategyDiscussionPayload {
  @OneOf(strategyOutcomes)
  outcome: (typeof strategyOutcomes)[number];

  @OneOf(['telephone', 'meeting'])
  how: 'telephone' | 'meeting';

  @SomeOf(agencyKinds)
  agencies: string[];

  @Text(10_000)
  summary: string;

  @Optional()
  @Text(100)
  crimeReference?: string;

  @Optional()
  @Text(2000)
  noCrimeReason?: string;
}

/** `POST /api/v1/child-cases/:id/record-strategy-discussion`. */
export const recordStrategyDiscussion = command(
  'child-cases/record-strategy-discussion',
  RecordStrategyDiscussionBody,
);
