import { type AbsenceKind, absenceKinds, type ChangeKindPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Instant, OneOf, Text } from '../fields.js';

/** What an absence turned out to be, from when on, and how that is known. */
export class ChangeKindBody extends CommandBody implements ChangeKindPayload {
  @OneOf(absenceKinds)
  kind: AbsenceKind;

  @Instant()
  from: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/missing-episodes/:id/change-kind`. */
export const changeKind = command('missing-episodes/change-kind', ChangeKindBody);
