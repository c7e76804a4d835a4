import type { NameRecordsPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Parts } from '../fields.js';
import { WrittenIdentifierBody } from '../identifiers/written-identifier.js';
import { NamedRecordBody } from './submit-intelligence.js';

/** What the desk recognises in a report: records on the books, and identifiers. */
export class NameRecordsBody extends CommandBody implements NameRecordsPayload {
  @Optional()
  @Parts(() => NamedRecordBody, 10)
  named?: NamedRecordBody[];

  @Optional()
  @Parts(() => WrittenIdentifierBody, 20)
  identifiers?: WrittenIdentifierBody[];
}

/** `POST /api/v1/intelligence/:id/name-records`. */
export const nameRecords = command('intelligence/name-records', NameRecordsBody);
