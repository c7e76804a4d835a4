import { episodesAnswered, findingCodes, ownRatings, type RecordInterviewPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids, Optional, OwnWords, SomeOf, Text, Truth, Whole } from '../fields.js';

/** What was said in an interview, and in the young person’s own words. */
export class RecordInterviewBody extends CommandBody implements RecordInterviewPayload {
  @Optional()
  @Ids(episodesAnswered)
  alsoEpisodeIds?: string[];

  @Text(200)
  where: string;

  @Truth()
  seenAlone: boolean;

  @SomeOf(findingCodes, 0)
  findings: string[];

  @Text(20_000)
  words: string;

  @Optional()
  @Whole(ownRatings.lowest, ownRatings.highest)
  ownRating?: number;

  @Optional()
  @OwnWords(5000)
  ownWords?: string;
}

/** `POST /api/v1/return-interviews/:id/record-interview`. */
export const recordInterview = command('return-interviews/record-interview', RecordInterviewBody);
