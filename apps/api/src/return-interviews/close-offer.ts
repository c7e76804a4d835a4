import { type CloseOfferPayload, type OfferEnding, offerEndings } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Why there was no interview although one was offered. */
export class CloseOfferBody extends CommandBody implements CloseOfferPayload {
  @OneOf(offerEndings)
  outcome: OfferEnding;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/return-interviews/:id/close-offer`. */
export const closeOffer = command('return-interviews/close-offer', CloseOfferBody);
