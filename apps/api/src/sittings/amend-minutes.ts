import type { AmendMinutesPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** What agreed minutes say that is wrong, what is right, and the sitting in session that minutes it. */
export class AmendMinutesBody extends CommandBody implements AmendMinutesPayload {
  @Id()
  sittingId: string;

  @Optional()
  @Id()
  itemId?: string;

  @Text(2000)
  wrong: string;

  @Text(2000)
  right: string;
}

/** `POST /api/v1/sittings/:id/amend-minutes`: the version that was agreed stays as it is. */
export const amendMinutes = command('sittings/amend-minutes', AmendMinutesBody);
