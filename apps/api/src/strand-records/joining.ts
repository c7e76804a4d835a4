import type { StrandMergePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** Which other record is this same person or place, or is not after all, and why. */
export class JoinRecordsBody extends CommandBody implements StrandMergePayload {
  @Id()
  otherId: string;

  @Text(5000)
  reasons: string;
}

/** Which other record is this same person, and how where the two say different ages. */
export class JoinPersonsBody extends JoinRecordsBody {
  @Optional()
  @Text(5000)
  ageReasons?: string;
}

/** `POST /api/v1/persons/:id/merge` and `unmerge`. */
export const joinPersons = [
  command('persons/merge', JoinPersonsBody),
  command('persons/unmerge', JoinRecordsBody),
] as const;

/** `POST /api/v1/locations/:id/merge` and `unmerge`. */
export const joinLocations = [
  command('locations/merge', JoinRecordsBody),
  command('locations/unmerge', JoinRecordsBody),
] as const;
