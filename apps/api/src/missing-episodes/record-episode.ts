import { type AbsenceKind, absenceKinds, type RecordEpisodePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** One absence of a child by its days: missing, or away from placement without authorisation. */
export class RecordEpisodeBody extends CommandBody implements RecordEpisodePayload {
  @Id()
  childId: string;

  @OneOf(absenceKinds)
  kind: AbsenceKind;

  @Day()
  start: string;

  @Optional()
  @Day()
  end?: string;

  @Optional()
  @Day()
  asAt?: string;

  @Text(100)
  from: string;
}

/** `POST /api/v1/missing-episodes/record-episode`. */
export const recordEpisode = command('missing-episodes/record-episode', RecordEpisodeBody);
