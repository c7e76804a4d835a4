import {
  type InstrumentChangeKind,
  instrumentChangeKinds,
  type ProposeInstrumentChangePayload,
} from '@mase/workflow';
import { CommandBody, command, ReasonBody } from '../command.js';
import { Code, Day, OneOf, Optional, Text, Whole } from '../fields.js';

/** A change of the instruments of the area: a file that is added, or one that is retired from a day. */
export class ProposeChangeBody extends CommandBody implements ProposeInstrumentChangePayload {
  @OneOf(instrumentChangeKinds)
  change: InstrumentChangeKind;

  @Optional()
  @Code(600_000)
  file?: string;

  @Optional()
  @Text(80)
  instrument?: string;

  @Optional()
  @Whole(1, 1000)
  version?: number;

  @Optional()
  @Day()
  from?: string;

  @Text(5000)
  reason: string;
}

/** `POST /api/v1/instrument-changes/propose-change`. */
export const proposeChange = command('instrument-changes/propose-change', ProposeChangeBody);
/** `POST /api/v1/instrument-changes/:id/approve-change`. */
export const approveChange = command('instrument-changes/approve-change', CommandBody);
/** `POST /api/v1/instrument-changes/:id/refuse-change`. */
export const refuseChange = command('instrument-changes/refuse-change', ReasonBody);
/** `POST /api/v1/instrument-changes/:id/withdraw-change`. */
export const withdrawChange = command('instrument-changes/withdraw-change', ReasonBody);
