import {
  type DisseminatePayload,
  type ReportPart,
  reportParts,
  type SharingPower,
  sharingPowerCodes,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Parts, SomeOf, Text } from '../fields.js';

/** An agency, or one person there. */
export class RecipientBody {
  @Id()
  agencyId: string;

  @Optional()
  @Id()
  contactId?: string;
}

/** To whom the report goes, which parts of it, under which powers and to what purpose. */
export class DisseminateBody extends CommandBody implements DisseminatePayload {
  @Parts(() => RecipientBody, 12, 1)
  to: RecipientBody[];

  @SomeOf(reportParts)
  parts: ReportPart[];

  @SomeOf(sharingPowerCodes)
  powers: SharingPower[];

  @Text(1000)
  purpose: string;

  /** Who was consulted, where a condition asks for the originator. */
  @Optional()
  @Text(500)
  consulted?: string;

  /** Why they are given what is for covert use alone. */
  @Optional()
  @Text(2000)
  reasons?: string;
}

/** `POST /api/v1/intelligence/:id/disseminate`. */
export const disseminate = command('intelligence/disseminate', DisseminateBody);
