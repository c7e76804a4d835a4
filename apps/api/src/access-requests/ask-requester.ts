import { type AskRequesterPayload, type RequesterAnswer, requesterAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What the requester is asked for; the clock stands still until the answer. */
export class AskRequesterBody extends CommandBody implements AskRequesterPayload {
  @OneOf(requesterAnswers)
  for: RequesterAnswer;

  @Text(2000)
  words: string;
}

/** `POST /api/v1/access-requests/:id/ask-requester`. */
export const askRequester = command('access-requests/ask-requester', AskRequesterBody);
