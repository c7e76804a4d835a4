import type { ChangeItemPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, Optional, Text, Whole } from '../fields.js';

/** What of an item is set right before it is heard; what is left out stays. */
export class ChangeItemBody extends CommandBody implements ChangeItemPayload {
  @Optional()
  @Text(80)
  section?: string;

  @Optional()
  @Text(2000)
  asked?: string;

  @Optional()
  @Whole(1, 240)
  minutes?: number;

  @Optional()
  @Id()
  presenterId?: string;

  @Optional()
  @Ids(20)
  attendeeIds?: string[];
}

/** `POST /api/v1/agenda-items/:id/change-item`. */
export const changeItem = command('agenda-items/change-item', ChangeItemBody);
