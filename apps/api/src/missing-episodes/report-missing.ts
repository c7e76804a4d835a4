import {
  type AbsenceKind,
  absenceKinds,
  type HostingPart,
  hostingParts,
  type MissingFrom,
  missingFrom,
  type ReportMissingPayload,
} from '@mase/workflow';
import { ChildDescriptionBody } from '../children/child-description.js';
import { command } from '../command.js';
import { Id, Instant, OneOf, Optional, Part, Text } from '../fields.js';
import { SearchDetailsBody } from './search-details.js';

/** A child who is missing now: one on the books, or described. */
export class ReportMissingBody extends SearchDetailsBody implements ReportMissingPayload {
  @Optional()
  @Id()
  childId?: string;

  @Optional()
  @Part(() => ChildDescriptionBody)
  child?: ChildDescriptionBody;

  @OneOf(absenceKinds)
  kind: AbsenceKind;

  @Instant()
  since: string;

  @OneOf(missingFrom)
  missingFrom: MissingFrom;

  @Text(200)
  reportedBy: string;

  @Optional()
  @Text(5000)
  circumstances?: string;

  @Optional()
  @OneOf(hostingParts)
  hostingPart?: HostingPart;

  @Optional()
  @Text(120)
  otherArea?: string;
}

/** `POST /api/v1/missing-episodes/report-missing`. */
export const reportMissing = command('missing-episodes/report-missing', ReportMissingBody);
