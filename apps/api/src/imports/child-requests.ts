import type { HeaderRow, Reading } from '@mase/exchange';
import type { BulkRequest, ChildOnBooks } from '@mase/store';
import { uuidv7 } from 'uuidv7';
import { RecordChildBody } from '../children/record-child.js';
import type { Stage } from './import-lines.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';
import { type KnownChildren, namedOf } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';

/** What a return says of a child, whichever return it is. */
type ChildRow = Pick<HeaderRow, 'childId' | 'sex' | 'birthDate' | 'ethnicity' | 'upn'>;

/** For which rows of which file the requests are made, and what is known and said meanwhile. */
interface About {
  stage: Stage;
  children: KnownChildren;
  tally: ImportTally;
  from: string;
}

/** The requests that put the children of a return on the books; those known with the same facts make none. */
export async function* childRequests(
  readings: AsyncIterable<Reading<ChildRow>>,
  about: About,
): AsyncGenerator<BulkRequest<RowPlace>> {
  const { stage, children, tally } = about;
  for await (const chunk of rowChunks(readings, stage, tally)) {
    const onBooks = await children.lookUp(chunk.map(({ row }) => row.childId));
    for (const one of chunk) {
      const found = onBooks.get(one.row.childId) ?? [];
      if (found.length === 0) {
        const payload = payloadOf(one, about.from);
        if (!(await fitsBody(RecordChildBody, payload, one, tally))) continue;
        const id = uuidv7();
        children.name(one.row.childId, { id, birthDate: one.row.birthDate, onBooks: false });
        yield {
          name: 'children/record-child',
          recordId: id,
          payload: { ...payload, asGiven: one.raw },
          source: one,
        };
        continue;
      }
      await settleKnown(one, found, about);
    }
  }
}

async function settleKnown(
  one: Row<ChildRow>,
  found: ChildOnBooks[],
  { stage, children, tally }: About,
): Promise<void> {
  const named = namedOf(found);
  if (!named) return;
  const { fieldOf } = tally;
  const differing = differences(one, found[0] as ChildOnBooks, fieldOf);
  const birthDateDiffers = differing.some((reason) => reason.field === fieldOf.birthDate);
  const barred =
    named.barred ??
    (birthDateDiffers
      ? 'The return gives another date of birth than the books: it may be another child.'
      : undefined);
  children.name(one.row.childId, barred ? { ...named, barred } : named);
  if (named.barred)
    await tally.refuse(one, [
      { field: fieldOf.localId ?? '', value: one.row.childId, code: 'ID_USED_TWICE', reason: named.barred },
    ]);
  else if (differing.length > 0) await tally.refuse(one, differing);
  else tally.settle(stage, 'known');
}

function payloadOf({ row }: Row<ChildRow>, from: string): object {
  return {
    localId: row.childId,
    birthDate: row.birthDate,
    sex: sexOf(row),
    ...(row.ethnicity ? { ethnicity: row.ethnicity } : {}),
    ...(row.upn ? { upn: row.upn } : {}),
    from,
  };
}

const sexOf = (row: ChildRow) => (row.sex === 'notKnown' ? 'not-yet-known' : row.sex);

/** Every fact of the header that the books have otherwise; nothing is overwritten, both values are said. */
function differences(
  { row, raw }: Row<ChildRow>,
  { record, identity }: ChildOnBooks,
  fieldOf: ImportTally['fieldOf'],
): RowReason[] {
  const { standing } = record;
  const given = (identity.asGiven ?? {}) as Record<string, string>;
  const facts: [field: string, inFile: string | undefined, onBooks: string | null | undefined][] = [
    [fieldOf.birthDate ?? '', row.birthDate, standing.birthDate],
    [fieldOf.sex ?? '', sexOf(row), standing.sex],
    [fieldOf.ethnicity ?? '', row.ethnicity, standing.ethnicity],
    [fieldOf.upn ?? '', row.upn?.value, standing.upn?.value],
    // What a child's standing does not hold is compared with the row that put the child on the books.
    ['MOTHER', given.MOTHER === undefined ? undefined : raw.MOTHER, given.MOTHER],
    ['MC_DOB', given.MC_DOB === undefined ? undefined : raw.MC_DOB, given.MC_DOB],
  ];
  return facts
    .filter(
      ([, inFile, onBooks]) => (inFile ?? '').trim() !== '' && inFile?.trim() !== (onBooks ?? '').trim(),
    )
    .map(([field, inFile, onBooks]) => ({
      field,
      value: raw[field] ?? '',
      code: 'FACTS_DIFFER',
      reason: `The books have ${onBooks ? `"${onBooks}"` : 'nothing'}, the file has "${inFile}". Nothing was overwritten: correct whichever is wrong.`,
    }));
}
