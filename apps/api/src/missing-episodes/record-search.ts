import type { RecordSearchPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Optional, Text } from '../fields.js';
import { SearchDetailsBody } from './search-details.js';

/** What has changed of the search: the police level, who is looking, the trigger plan, what else became known. */
export class RecordSearchBody extends SearchDetailsBody implements RecordSearchPayload {
  @Optional()
  @Text(5000)
  words?: string;
}

/** `POST /api/v1/missing-episodes/:id/record-search`. */
export const recordSearch = command('missing-episodes/record-search', RecordSearchBody);
