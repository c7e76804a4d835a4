import type { AddItemPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text, Whole } from '../fields.js';

/** A listed case put on the agenda: in which section, what is asked, how long. */
export class AddItemBody extends CommandBody implements AddItemPayload {
  @Id()
  caseId: string;

  @Optional()
  @OneOf(['personCase', 'locationCase', 'cluster'])
  caseKind?: 'personCase' | 'locationCase' | 'cluster';

  @Text(80)
  section: string;

  @Text(2000)
  asked: string;

  @Optional()
  @Whole(1, 240)
  minutes?: number;

  @Optional()
  @Id()
  presenterId?: string;

  @Optional()
  @Text(2000)
  lateReason?: string;
}

/** `POST /api/v1/sittings/:id/add-item`. */
export const addItem = command('sittings/add-item', AddItemBody);
