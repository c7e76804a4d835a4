import type { RecordAboutMePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, OwnWords, Text } from '../fields.js';

/** What the child would have everybody know first; what is left out is not yet known. */
export class RecordAboutMeBody extends CommandBody implements RecordAboutMePayload {
  @Optional()
  @Text(80)
  chosenName?: string;

  @Optional()
  @OwnWords(1000)
  likes?: string;

  @Optional()
  @OwnWords(1000)
  goodAt?: string;

  @Optional()
  @Text(1000)
  trustedAdult?: string;

  @Optional()
  @Text(1000)
  bestWay?: string;

  @Optional()
  @Text(1000)
  bestTime?: string;

  @Optional()
  @Text(1000)
  language?: string;

  @Optional()
  @Text(1000)
  needs?: string;

  @Optional()
  @Text(1000)
  advocate?: string;

  @Optional()
  @Text(1000)
  specialist?: string;
}

/** `POST /api/v1/children/:id/record-about-me`. */
export const recordAboutMe = command('children/record-about-me', RecordAboutMeBody);
