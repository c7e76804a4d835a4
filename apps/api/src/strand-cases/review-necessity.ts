import { type NecessityOutcome, necessityOutcomes, type ReviewNecessityPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { OneOf, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Whether it is still necessary to keep the record, and why. */
export class ReviewNecessityBody extends CommandBody implements ReviewNecessityPayload {
  @OneOf(necessityOutcomes)
  outcome: NecessityOutcome;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/review-necessity`, and the same of `location-cases`. */
export const reviewNecessity = ofBothStrands('review-necessity', ReviewNecessityBody);
