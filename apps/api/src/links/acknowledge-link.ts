import { type AcknowledgeLinkPayload, type LinkAnswer, linkAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What whoever was told of a link does about it. */
export class AcknowledgeLinkBody extends CommandBody implements AcknowledgeLinkPayload {
  @OneOf(linkAnswers)
  doing: LinkAnswer;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/links/:id/acknowledge-link`. */
export const acknowledgeLink = command('links/acknowledge-link', AcknowledgeLinkBody);
