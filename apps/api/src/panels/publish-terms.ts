import type { PublishTermsPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** The terms of reference of a panel, and when they are looked at again. */
export class PublishTermsBody extends CommandBody implements PublishTermsPayload {
  @Text(20_000)
  text: string;

  @Day()
  reviewOn: string;
}

/** `POST /api/v1/panels/:id/publish-terms`. */
export const publishTerms = command('panels/publish-terms', PublishTermsBody);
