import type { GradeLinkPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Optional, Part, Text } from '../fields.js';
import { LinkGradeBody } from './record-link.js';

/** What police say of a link, and what the workers of a linked child are told of it. */
export class GradeLinkBody extends CommandBody implements GradeLinkPayload {
  @Part(() => LinkGradeBody)
  grade: LinkGradeBody;

  /** In words that show no source; nobody is told where it is left out. */
  @Optional()
  @Text(2000)
  told?: string;

  @Day()
  reviewBy: string;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/links/:id/grade-link`. */
export const gradeLink = command('links/grade-link', GradeLinkBody);
