import type { AskCareManagerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Which manager of children’s social care is asked to answer for a person who is a child, and what is asked. */
export class AskCareManagerBody extends CommandBody implements AskCareManagerPayload {
  @Id()
  managerId: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/ask-care-manager`. */
export const askCareManager = command('person-cases/ask-care-manager', AskCareManagerBody);
