import { type HostingPart, hostingParts, type RecordPlacementAreaPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** The other area of a looked-after child placed elsewhere. */
export class RecordPlacementAreaBody extends CommandBody implements RecordPlacementAreaPayload {
  @OneOf(hostingParts)
  as: HostingPart;

  @Text(200)
  area: string;

  @Text(500)
  contact: string;

  @Optional()
  @Text(60)
  reference?: string;

  @Day()
  since: string;

  @Optional()
  @Text(5000)
  notification?: string;
}

/** `POST /api/v1/child-cases/:id/record-placement-area`. */
export const recordPlacementArea = command('child-cases/record-placement-area', RecordPlacementAreaBody);
