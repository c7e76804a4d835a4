import { type ResumePayload, resumeReasons } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Why a suspended case goes on. */
export class ResumeBody extends CommandBody implements ResumePayload {
  @OneOf(resumeReasons)
  reason: (typeof resumeReasons)[number];

  @Text(10_000)
  words: string;
}

/** `POST /api/v1/child-cases/:id/resume`. */
export const resume = command('child-cases/resume', ResumeBody);
