import { episodesAnswered, type OfferInterviewPayload } from '@mase/workflow';
import { ArrayMinSize } from 'class-validator';
import { CommandBody, command } from '../command.js';
import { Id, Ids, Instant, Optional, Text, Truth } from '../fields.js';

/** An interview that is offered after one or several absences. */
export class OfferInterviewBody extends CommandBody implements OfferInterviewPayload {
  @Id()
  childId: string;

  @Ids(episodesAnswered)
  @ArrayMinSize(1, { message: 'Give at least one absence.' })
  episodeIds: string[];

  @Text(200)
  by: string;

  @Text(200)
  agency: string;

  @Truth()
  independent: boolean;

  @Optional()
  @Text(2000)
  whyNotIndependent?: string;

  @Optional()
  @Text(5000)
  words?: string;

  @Optional()
  @Instant()
  plannedFor?: string;
}

/** `POST /api/v1/return-interviews/offer-interview`. */
export const offerInterview = command('return-interviews/offer-interview', OfferInterviewBody);
