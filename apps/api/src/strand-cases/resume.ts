import type { ResumeStrandPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** What happened that the work goes on. */
export class ResumeStrandBody extends CommandBody implements ResumeStrandPayload {
  @Optional()
  @Text(5000)
  words?: string;
}

/** `POST /api/v1/person-cases/:id/resume`, and the same of `location-cases`. */
export const resumeStrand = ofBothStrands('resume', ResumeStrandBody);
