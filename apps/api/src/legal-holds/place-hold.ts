import {
  type Concern,
  type HoldReason,
  type HoldScope,
  holdReasons,
  holdScopes,
  holdThemes,
  type PlaceHoldPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** What is not to be disposed of, why, and by when that is looked at again. */
export class PlaceHoldBody extends CommandBody implements PlaceHoldPayload {
  @OneOf(holdScopes)
  scope: HoldScope;

  @Optional()
  @Id()
  childId?: string;

  @Optional()
  @Text(40)
  teamId?: string;

  @Optional()
  @OneOf(holdThemes)
  theme?: Concern;

  @OneOf(holdReasons)
  reason: HoldReason;

  @Day()
  reviewBy: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/legal-holds/place-hold`. */
export const placeHold = command('legal-holds/place-hold', PlaceHoldBody);
