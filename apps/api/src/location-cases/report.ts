import type { ReportPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Id, Optional, Part } from '../fields.js';
import { DescribedLocation } from '../locations/location-description.js';
import { OpenStrandBody } from '../strand-cases/open-body.js';

/** Which place is reported, on which basis, and why it concerns children. */
export class ReportBody extends OpenStrandBody implements ReportPayload {
  @Optional()
  @Id()
  locationId?: string;

  @Optional()
  @Part(() => DescribedLocation)
  location?: DescribedLocation;
}

/** `POST /api/v1/location-cases/report`. */
export const report = command('location-cases/report', ReportBody);
