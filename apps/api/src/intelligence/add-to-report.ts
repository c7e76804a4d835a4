import type { AddToReportPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What whoever submitted a report adds to it, or corrects. */
export class AddToReportBody extends CommandBody implements AddToReportPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/intelligence/:id/add-to-report`. */
export const addToReport = command('intelligence/add-to-report', AddToReportBody);
