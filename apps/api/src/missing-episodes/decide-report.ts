import { type DecideReportPayload, reportDecisions } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Instant, OneOf, Optional, Text } from '../fields.js';

/** Whether a held report tells of the absence on the books, or of another. */
export class DecideReportBody extends CommandBody implements DecideReportPayload {
  @OneOf(reportDecisions)
  decision: DecideReportPayload['decision'];

  @Optional()
  @Instant()
  since?: string;

  @Text(2000)
  words: string;
}

/** `POST /api/v1/missing-episodes/:id/decide-report`. */
export const decideReport = command('missing-episodes/decide-report', DecideReportBody);
