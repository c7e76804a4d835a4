import { type RecordAccessRequestPayload, type RequesterKind, requesterKinds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Part, Text } from '../fields.js';

/** Who asks, and in which right. */
export class RequesterBody {
  @OneOf(requesterKinds)
  kind: RequesterKind;

  @Text(120)
  name: string;
}

/** Whom a request describes where nobody on the books is named. */
export class SoughtBody {
  @Text(120)
  name: string;

  @Day()
  birthDate: string;
}

/** A request for what is held about a child: one on the books, or one who is described. */
export class RecordAccessRequestBody extends CommandBody implements RecordAccessRequestPayload {
  @Part(() => RequesterBody)
  requester: RequesterBody;

  @Optional()
  @Id()
  childId?: string;

  @Optional()
  @Part(() => SoughtBody)
  sought?: SoughtBody;

  @Day()
  receivedOn: string;

  @Text(2000)
  scope: string;

  /** How the answer reaches whoever asks. */
  @Text(200)
  sendTo: string;
}

/** `POST /api/v1/access-requests/record-request`. */
export const recordRequest = command('access-requests/record-request', RecordAccessRequestBody);
