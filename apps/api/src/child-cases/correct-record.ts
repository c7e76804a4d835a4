import {
  type Concern,
  type CorrectedHarm,
  type CorrectRecordPayload,
  certainties,
  concerns,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, OneOf, Optional, Parts, Text, TextByField } from '../fields.js';

/** Of one kind of harm: how certain it is instead. */
export class CorrectedHarmBody implements CorrectedHarm {
  @OneOf(concerns)
  kind: Concern;

  @OneOf(certainties)
  certainty: (typeof certainties)[number];
}

/** An entry that was wrong, what is right instead, and why. */
export class CorrectRecordBody extends CommandBody implements CorrectRecordPayload {
  @Id()
  rowId: string;

  @Text(2000)
  reason: string;

  @TextByField(['words'])
  corrected: { [field: string]: string };

  @Optional()
  @Instant()
  correctedHappened?: string;

  @Optional()
  @Parts(() => CorrectedHarmBody, concerns.length, 1)
  correctedHarm?: CorrectedHarmBody[];
}

/** `POST /api/v1/child-cases/:id/correct-record`. */
export const correctRecord = command('child-cases/correct-record', CorrectRecordBody);
