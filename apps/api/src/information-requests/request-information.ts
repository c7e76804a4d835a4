import { type RequestInformationPayload, type SharingPower, sharingPowerCodes } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, SomeOf, Text } from '../fields.js';

/** What one agency is asked about one child, under which powers and to what purpose. */
export class RequestInformationBody extends CommandBody implements RequestInformationPayload {
  @Id()
  caseId: string;

  @Id()
  agencyId: string;

  /** Who is asked there by name; without it whoever answers for the agency. */
  @Optional()
  @Id()
  contactId?: string;

  @Text(5000)
  question: string;

  @SomeOf(sharingPowerCodes)
  powers: SharingPower[];

  @Text(1000)
  purpose: string;
}

/** `POST /api/v1/information-requests/request-information`. */
export const requestInformation = command('information-requests/request-information', RequestInformationBody);
