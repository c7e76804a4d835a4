import {
  type OutcomeRating,
  type OwnOutcome,
  type RateOutcomesPayload,
  type RatingOccasion,
  ratingOccasions,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, OwnWords, Parts, Text, Whole, WholeOrNull } from '../fields.js';

/** How one heading of the area stands; null where nobody can say yet, with why. */
export class OutcomeRatingBody implements OutcomeRating {
  @Text(60)
  heading: string;

  @WholeOrNull(1, 10)
  rating: number | null;

  @Optional()
  @Text(2000)
  evidence?: string;
}

/** A heading that the child and the worker added. */
export class OwnOutcomeBody implements OwnOutcome {
  @Text(100)
  label: string;

  @Whole(1, 10)
  rating: number;

  @Optional()
  @Text(2000)
  evidence?: string;
}

/** The outcomes of a child rated at the beginning, at a review or at the end. */
export class RateOutcomesBody extends CommandBody implements RateOutcomesPayload {
  @OneOf(ratingOccasions)
  occasion: RatingOccasion;

  @Parts(() => OutcomeRatingBody, 40, 1)
  ratings: OutcomeRatingBody[];

  @Optional()
  @Parts(() => OwnOutcomeBody, 5)
  own?: OwnOutcomeBody[];

  @OwnWords(5000)
  childPart: string;
}

/** `POST /api/v1/child-cases/:id/rate-outcomes`. */
export const rateOutcomes = command('child-cases/rate-outcomes', RateOutcomesBody);
