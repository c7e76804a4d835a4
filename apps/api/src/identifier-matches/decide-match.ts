import { type DecideMatchPayload, type MatchDecision, matchDecisions } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** Whether two records are about the same, whether that may be made known, and why. */
export class DecideMatchBody extends CommandBody implements DecideMatchPayload {
  @OneOf(matchDecisions)
  decision: MatchDecision;

  @Text(5000)
  reasons: string;

  /** The social care lead with whom it was decided. */
  @Optional()
  @Text(200)
  lead?: string;
}

/** `POST /api/v1/identifier-matches/:id/decide-match`. */
export const decideMatch = command('identifier-matches/decide-match', DecideMatchBody);
