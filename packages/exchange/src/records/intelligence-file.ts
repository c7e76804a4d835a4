import type { Layout } from '../csv/layout.js';
import { readRows } from '../csv/read-rows.js';
import type { FileInput } from '../csv/utf8-chunks.js';
import { writeCsv } from '../csv/write-csv.js';
import { type Fields, present } from '../fields.js';
import type { Reading } from '../reading.js';
import type { Rows } from '../ssda903/write-returns.js';
import {
  type FileIdentifier,
  identifierCells,
  identifiersOf,
  personColumns,
  toldColumns,
} from './identifier-columns.js';
import { requiredText } from './record-fields.js';

/** The columns of a file of intelligence that is taken; docs/import-formats.md says what each holds. */
export const INTELLIGENCE_LAYOUT = {
  name: 'intelligence',
  columns: [
    ...['REFERENCE', 'SEEN', 'WHEN', 'WHERE', 'WHO_ELSE_KNOWS', 'HOW_KNOWN', 'FROM_CHILD', 'COULD_SHOW'],
    ...['CHILD_IN_DANGER', ...toldColumns, ...personColumns],
  ],
  needed: [
    ...['REFERENCE', 'SEEN', 'WHEN', 'WHERE', 'HOW_KNOWN', 'FROM_CHILD', 'COULD_SHOW', 'CHILD_IN_DANGER'],
  ],
  longest: 20_000,
  confidential: true,
} as const satisfies Layout;

/** One report as whoever submits it tells it; codes are the product's to judge. */
export interface IntelligenceRow {
  /** The sender's own number of the report. */
  reference: string;
  seen: string;
  when: string;
  where: string;
  whoElseKnows?: string;
  howKnown: string;
  fromChild: string;
  couldShow: string;
  childInDanger: boolean;
  identifiers: FileIdentifier[];
}

/** Reads a file of intelligence, one report a row. Throws UnreadableFileError where it cannot be read. */
export function readIntelligence(input: FileInput, file: string): AsyncGenerator<Reading<IntelligenceRow>> {
  return readRows(input, file, { layout: INTELLIGENCE_LAYOUT, neighbours: [], take });
}

function take(fields: Fields): IntelligenceRow {
  const whoElseKnows = fields.text('WHO_ELSE_KNOWS');
  return present({
    reference: requiredText(
      fields,
      'REFERENCE',
      'The row has no number of its own: it could not be told again.',
    ),
    seen: requiredText(fields, 'SEEN', 'The row does not say what was seen or heard.'),
    when: requiredText(fields, 'WHEN', 'The row does not say when; “not known” is an answer.'),
    where: requiredText(fields, 'WHERE', 'The row does not say where; “not known” is an answer.'),
    whoElseKnows: whoElseKnows === '' ? undefined : whoElseKnows,
    howKnown: requiredText(
      fields,
      'HOW_KNOWN',
      'The row does not say how it came to be known.',
    ).toLowerCase(),
    fromChild: requiredText(
      fields,
      'FROM_CHILD',
      'The row does not say whether it came from a child.',
    ).toLowerCase(),
    couldShow: requiredText(
      fields,
      'COULD_SHOW',
      'The row does not say whether acting on it could show where it came from.',
    ).toLowerCase(),
    childInDanger: yesOrNo(fields, 'CHILD_IN_DANGER'),
    identifiers: identifiersOf(fields),
  }) as IntelligenceRow;
}

/** Danger is said of every row: nobody reads a blank as safety. */
function yesOrNo(fields: Fields, field: string): boolean {
  const text = fields.text(field).toLowerCase();
  if (text !== 'yes' && text !== 'no') fields.refuse(field, 'NOT_IN_LIST', `${field} is yes or no.`);
  return text === 'yes';
}

/** Writes reports in the form in which they are read. */
export function writeIntelligence(rows: Rows<IntelligenceRow>): AsyncGenerator<string> {
  return writeCsv(INTELLIGENCE_LAYOUT.columns, written(rows));
}

async function* written(rows: Rows<IntelligenceRow>): AsyncGenerator<Record<string, string | undefined>> {
  for await (const row of rows)
    yield {
      REFERENCE: row.reference,
      SEEN: row.seen,
      WHEN: row.when,
      WHERE: row.where,
      WHO_ELSE_KNOWS: row.whoElseKnows,
      HOW_KNOWN: row.howKnown,
      FROM_CHILD: row.fromChild,
      COULD_SHOW: row.couldShow,
      CHILD_IN_DANGER: row.childInDanger ? 'yes' : 'no',
      ...identifierCells(row.identifiers),
    };
}
