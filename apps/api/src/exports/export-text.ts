import { createHash } from 'node:crypto';
import { writeCsv } from '@mase/exchange';
import type { SealedPosition, Store } from '@mase/store';
import { type StoredRecord, type StrandCaseStanding, stateWords, topicOf } from '@mase/workflow';
import { cinFactorPieces } from './cin-factors.js';
import { type ExportPage, type ExportRun, exportPages } from './export-pages.js';
import { incidentPieces } from './incident-rows.js';
import { inspectionPieces } from './inspection-list.js';
import { missingReturnPieces } from './missing-return.js';
import type { ExportEnd } from './outcome.js';
import { reportPieces } from './report-rows.js';
import { ssdPieces } from './ssd-tables.js';
import { locationPieces, personPieces, type StrandExport } from './strand-rows.js';

/** Who asked for an export, for whom, and when: it stands in the first line of the file. */
export interface Watermark {
  export: string;
  requester: string;
  approver: string;
  recipient: string;
  begun: string;
  /** The sealed place of the ledger at which the books were read, and when it was sealed. */
  sealed: SealedPosition;
  marking: string;
}

/** A watermark as a person reads it. */
export function watermarkWords({
  marking,
  recipient,
  requester,
  approver,
  begun,
  sealed,
  ...one
}: Watermark): string {
  return `${marking}. Export ${one.export} for ${recipient}, asked for by ${requester}, approved by ${approver}, begun ${begun}. The books as at the seal of ${sealed.at} (${sealed.size} entries of the ledger)`;
}

const columns = [
  'id',
  'kind',
  'title',
  'reference',
  'state',
  'grade',
  'team',
  'opened',
  'closed',
  'changed',
  'version',
];

async function* nothing(): AsyncGenerator<Record<string, string>> {}

async function* rowsOf(pages: AsyncIterable<ExportPage>, count: () => void) {
  for await (const { records } of pages)
    for (const record of records) {
      count();
      yield rowOf(record);
    }
}

function rowOf({ id, kind, state, standing, at, version }: StoredRecord): Record<string, string> {
  const { title, reference, grade, teamId, openedAt, closedAt } = topicOf(kind).summary(
    standing as never,
    state,
  );
  return {
    ...{ id, kind, title, state: stateWords(state), changed: at, version: String(version) },
    ...{ reference: reference ?? '', grade: grade ?? '', team: teamId ?? '' },
    ...{ opened: openedAt ?? '', closed: closedAt ?? '' },
  };
}

/** The list as CSV: the watermark, the names of the columns, a row a record; formulas are inert. */
async function* csvPieces(pages: AsyncIterable<ExportPage>, mark: Watermark, count: () => void) {
  yield* writeCsv([watermarkWords(mark)], nothing());
  yield* writeCsv(columns, rowsOf(pages, count));
}

/** The lists that are written in the form in which they are imported; of the others a row says how each record stands. */
const importForms: { [list: string]: (made: StrandExport) => AsyncGenerator<string> } = {
  incident: ({ pages, count }) => incidentPieces(pages, count),
  personCase: personPieces,
  locationCase: locationPieces,
};

/** A list as CSV that may be imported again once its first line, the watermark, is taken off; formulas are inert. */
async function* importableCsv(
  made: StrandExport,
  mark: Watermark,
  form: (made: StrandExport) => AsyncGenerator<string>,
) {
  yield* markedPieces(mark, form(made));
}

/** The watermark as the first line of a file, and the rest of it. */
async function* markedPieces(mark: Watermark, rest: AsyncIterable<string>) {
  yield* writeCsv([watermarkWords(mark)], nothing());
  yield* rest;
}

/** Records, what was written and the histories as JSON Lines: the watermark first, and last that it came to its end. */
async function* jsonPieces(pages: AsyncIterable<ExportPage>, mark: Watermark, count: () => void) {
  const line = (type: string, one: object) => {
    count();
    return `${JSON.stringify({ type, ...one })}\n`;
  };
  yield `${JSON.stringify({ type: 'watermark', ...mark })}\n`;
  for await (const { records, written, history } of pages)
    yield [
      ...records.map((record) => line('record', plain(record))),
      ...written.map((row) => line('written', row)),
      ...history.map((entry) => line('history', entry)),
    ].join('');
  yield `${JSON.stringify({ type: 'end' })}\n`;
}

/** A record without what was decided about who reads it, and without who told of it. */
function plain({ uncounted: _steps, standing, ...record }: StoredRecord): object {
  const { access: _access, nominatorId: _nominator, ...kept } = standing as Partial<StrandCaseStanding>;
  return { ...record, standing: kept };
}

/**
 * The bytes of an export in pieces, each made when the one before was taken, so that memory does not grow with the
 * books. `ended` is told how it ended, also where whoever takes it stops before the end or a page cannot be read.
 */
export async function* exportBytes(
  store: Store,
  run: ExportRun,
  mark: Watermark,
  ended: (end: ExportEnd) => Promise<void>,
): AsyncGenerator<Buffer> {
  const { what, list } = run.standing;
  const hash = createHash('sha256');
  const end: ExportEnd = { rows: 0, bytes: 0, digest: '', complete: false };
  const count = () => {
    end.rows += 1;
  };
  const withRows = what === 'record' || what === 'partnership' || list === 'intelligence';
  const pages = exportPages(store, run, { withRows });
  const piecesOf = (): AsyncIterable<string | Buffer> => {
    const form = importForms[list ?? ''];
    if (what === 'list' && form) return importableCsv({ store, run, pages, count }, mark, form);
    if (what === 'list' && list !== 'intelligence') return csvPieces(pages, mark, count);
    if (what === 'record' || what === 'partnership') return jsonPieces(pages, mark, count);
    if (what === 'inspection-list') return markedPieces(mark, inspectionPieces(store, run, pages, count));
    end.leftOut = 0;
    const leftOut = () => {
      end.leftOut = (end.leftOut ?? 0) + 1;
    };
    const counts = { written: count, leftOut };
    if (what === 'ssd-tables') return ssdPieces(store, run, watermarkWords(mark), counts);
    if (what === 'cin-factors') return markedPieces(mark, cinFactorPieces(store, run, pages, counts));
    if (what === 'list') return markedPieces(mark, reportPieces(pages, counts));
    return missingReturnPieces(store, run, pages, counts);
  };
  try {
    for await (const piece of piecesOf()) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(bytes);
      end.bytes += bytes.length;
      yield bytes;
    }
    end.complete = true;
  } finally {
    end.digest = hash.digest('hex');
    await ended(end);
  }
}
