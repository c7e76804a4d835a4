import { isTaken, type Reading, type RowFault, type TakenReading } from '../reading.js';
import type { HeaderRow } from './rows.js';

/**
 * Passes header readings through and refuses a child's second row: as a repetition where it says the same, else naming
 * the facts that differ, so that a person decides. Memory grows with the children, not with the rows.
 */
export async function* checkHeaderRows(
  readings: AsyncIterable<Reading<HeaderRow>>,
): AsyncGenerator<Reading<HeaderRow>> {
  const seen = new Map<string, { line: number; facts: string }>();
  for await (const reading of readings) {
    if (!isTaken(reading)) {
      yield reading;
      continue;
    }
    const first = seen.get(reading.row.childId);
    if (!first) seen.set(reading.row.childId, { line: reading.line, facts: JSON.stringify(reading.row) });
    yield first ? secondRow(reading, first) : reading;
  }
}

function secondRow(
  reading: TakenReading<HeaderRow>,
  first: { line: number; facts: string },
): Reading<HeaderRow> {
  const { file, line, row, raw } = reading;
  const before = JSON.parse(first.facts) as HeaderRow;
  const differing = FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(row[fact]));
  const fault: RowFault = {
    file,
    line,
    field: 'CHILD',
    value: row.childId,
    code: differing.length === 0 ? 'DUPLICATE_ROW' : 'DUPLICATE_CHILD',
    reason:
      differing.length === 0
        ? `The same child with the same facts stands in line ${first.line}.`
        : `The same child stands in line ${first.line} with another ${differing.map((fact) => WORDS[fact]).join(', ')}.`,
  };
  return { file, line, faults: [fault], raw };
}

const WORDS = {
  sex: 'sex',
  birthDate: 'date of birth',
  ethnicity: 'ethnicity',
  upn: 'UPN',
  noUpnReason: 'reason for no UPN',
  mother: 'answer to "mother"',
  motherChildBirthDate: 'date of birth of her child',
} satisfies Record<Exclude<keyof HeaderRow, 'childId'>, string>;

const FACTS = Object.keys(WORDS) as (keyof typeof WORDS)[];
