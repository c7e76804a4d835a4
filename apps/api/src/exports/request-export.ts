import {
  type ExportKind,
  type ExportList,
  exportKinds,
  exportLists,
  mostReviewed,
  type RequestExportPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Ids, OneOf, Optional, Part, Text } from '../fields.js';

/** To whom the file goes: it stands in the first line of it. */
export class ExportRecipientBody {
  @Text(120)
  name: string;

  @Text(120)
  organisation: string;
}

/** Which record is exported with its whole history. */
export class ExportedRecordBody {
  @OneOf(['child', 'childCase'])
  kind: 'child' | 'childCase';

  @Id()
  id: string;
}

/** What is to be exported, to whom, and why. */
export class RequestExportBody extends CommandBody implements RequestExportPayload {
  @OneOf(exportKinds)
  what: ExportKind;

  @Optional()
  @OneOf(exportLists)
  list?: ExportList;

  @Optional()
  @Part(() => ExportedRecordBody)
  record?: ExportedRecordBody;

  @Optional()
  @Day()
  from?: string;

  @Optional()
  @Day()
  to?: string;

  /** The ids of the cases of a peer review, in the order in which the pack has them. */
  @Optional()
  @Ids(mostReviewed)
  cases?: string[];

  @Part(() => ExportRecipientBody)
  recipient: ExportRecipientBody;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/exports/request-export`. */
export const requestExport = command('exports/request-export', RequestExportBody);
