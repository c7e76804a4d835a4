import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileInput, Reading as FileReading } from '@mase/exchange';
import { auditReading, type BulkAsked, findOpenedBefore, reading, resultsFirst, rowMark } from '@mase/store';
import type { Role } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import { allReasons } from './all-reasons.js';
import type { ImportKind, ReceivedFile } from './import-kind.js';
import type { Stage } from './import-lines.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';
import type { Importer } from './known-children.js';
import { bodyReasons } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';

/** A CSV file of which every row opens a record of its own, by the sender's own number of the row. */
export interface OpeningFile<T extends { reference: string }> {
  stage: Stage;
  /** What the file holds, in words: `persons of concern`. */
  words: string;
  command: string;
  body: ClassConstructor<object>;
  read: (input: FileInput, name: string) => AsyncGenerator<FileReading<T>>;
  payloadOf: (row: T) => object;
  fieldOf: Readonly<Record<string, string>>;
  /** Who gives such files. */
  roles: readonly Role[];
  who: string;
  /** The columns that the answer repeats, where it does not repeat all. */
  repeats?: readonly string[];
}

/**
 * The id of a record that a row opens: the same for the same number from the same agency, so that a row that is given
 * again finds what it opened. The form of a version 7 UUID, with a time that is long past.
 */
function idOf({ actor, reading: who }: Importer, stage: string, reference: string): string {
  const parts = [who.partnershipId, actor.agencyId, stage, reference.toLowerCase()];
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `016f5e66-e800-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

async function* requests<T extends { reference: string }>(
  importer: Importer,
  received: ReceivedFile,
  { stage, command, body, read, payloadOf }: OpeningFile<T>,
  tally: ImportTally,
): AsyncGenerator<BulkAsked<RowPlace>> {
  const seen = new Map<string, string | null>();
  const asked = new Set<string>();
  const readings = read(createReadStream(received.path), received.name);
  const asks = (row: T) => ({
    ...{ name: command, body, payload: payloadOf(row) },
    recordId: idOf(importer, stage, row.reference ?? ''),
  });
  const about = { importer, tally };
  const more = (one: Row<Partial<T>>, faults: readonly RowReason[]) =>
    allReasons(one, faults, asks(one.row as T), about);
  for await (const chunk of rowChunks(readings, stage, tally, more)) {
    const ids = chunk.map(({ row }) => idOf(importer, stage, row.reference));
    for (const [id, mark] of await openedBefore(importer, ids)) seen.set(id, mark);
    for (const one of chunk) {
      const id = idOf(importer, stage, one.row.reference);
      const payload = payloadOf(one.row);
      const mark = rowMark({ id, payload });
      // What became of a row above it with the same number says whether that number was given.
      if (asked.has(id)) yield resultsFirst;
      const before = seen.get(id);
      if (before !== undefined) {
        if (before === null) await beforeMarks(one, payload, tally);
        else if (before === mark) tally.settle(stage, 'known');
        else await tally.refuse(one, [otherRow(one)]);
        continue;
      }
      const misfit = bodyReasons(body, payload, one, tally);
      if (misfit.length > 0) {
        await tally.refuse(one, allReasons(one, misfit, asks(one.row), about));
        continue;
      }
      asked.add(id);
      const settled = (isTaken: boolean) => {
        asked.delete(id);
        if (isTaken) seen.set(id, mark);
      };
      yield { name: command, recordId: id, payload, mark, source: { ...one, settled } };
    }
  }
}

/** A number that stands for something else already: the row is not known, and is lost where nobody says so. */
const otherRow = ({ raw }: RowPlace): RowReason => ({
  field: 'REFERENCE',
  value: raw.REFERENCE ?? '',
  code: 'NUMBER_USED',
  reason:
    'This number was given before, to a row that says something else. Nothing was overwritten: give this one a number of its own, or correct the record.',
});

/**
 * A number that was given before rows were compared: whether this row says what that one said, nobody can tell, so that
 * each is said with its line. One that says of a child in danger is refused: nobody takes it for known unread.
 */
async function beforeMarks(one: RowPlace, payload: object, tally: ImportTally): Promise<void> {
  const said = { field: 'REFERENCE', value: one.raw.REFERENCE ?? '', code: 'NUMBER_NOT_COMPARED' };
  const given = 'This number was given before rows were compared';
  if ((payload as { childInDanger?: boolean }).childInDanger) {
    const reason = `${given}, and this row says that a child is in danger: it was not taken. Look whether it is on the books as it stands here; where it is not, give it a number of its own at once.`;
    await tally.refuse(one, [{ ...said, reason }]);
    return;
  }
  const reason = `${given}: look whether it is on the books as it stands here. It was counted as known; where it is another, give it a number of its own.`;
  await tally.warn(one, [{ ...said, reason }]);
  tally.settle(one.stage, 'known');
}

/** Those that a file opened before, with the mark of the row: also what is closed to the importer now, or gone, so that the answer is the same. */
async function openedBefore(
  { store, reading: who, action }: Importer,
  ids: string[],
): Promise<Map<string, string | null>> {
  return reading(store, who, async (tx) => {
    const found = await findOpenedBefore(tx, ids);
    if (found.size > 0) await auditReading(tx, who, { action, persons: [] }, store.clock());
    return found;
  });
}

/** The kind of import that takes such a file. */
export function openingImport<T extends { reference: string }>(file: OpeningFile<T>): ImportKind {
  const { stage, words, fieldOf, roles, who, repeats } = file;
  return {
    name: stage,
    summary: `Take a file of ${words}`,
    description: 'A form of file (CSV, at most 50 MB; docs/import-formats.md names its columns)',
    parts: ['file'],
    megabytes: 50,
    roles,
    who,
    fieldOf,
    lost: { field: 'REFERENCE', reason: 'The row could not be taken with one above it.' },
    ...(repeats ? { repeats } : {}),

    /** Reads the first row. */
    async check({ file: received }) {
      if (!received) return;
      const readings = file.read(createReadStream(received.path), received.name);
      await readings.next();
      await readings.return(undefined);
    },

    async *requests(importer, { files: { file: received } }, tally) {
      if (received) yield* requests(importer, received, file, tally);
    },
  };
}
