import { createReadStream } from 'node:fs';
import {
  checkEpisodeRows,
  checkHeaderRows,
  readSsda903Episodes,
  readSsda903Header,
  readSsda903Missing,
  UnreadableFileError,
} from '@mase/exchange';
import { type BulkRequest, type BulkResult, changeMany } from '@mase/store';
import type { ChildStanding, ReferralProposalStanding } from '@mase/workflow';
import { episodeRequests } from './episode-requests.js';
import { headerRequests } from './header-requests.js';
import { type Stage, stages } from './import-lines.js';
import { ImportTally, type RowPlace, type Say } from './import-tally.js';
import { inOrder } from './in-order.js';
import { type Importer, KnownChildren } from './known-children.js';
import { missingRequests } from './missing-requests.js';
import { refusalReasons } from './row-body.js';

/** A file of the return as it was received: where it lies and what its sender called it. */
export interface ReceivedFile {
  path: string;
  name: string;
}

/** What to import: at least one file, the day for ages and windows, and whether only to say what would happen. */
export interface ImportOrder {
  files: Partial<Record<Stage, ReceivedFile>>;
  asAt: string;
  preview: boolean;
}

const readers = {
  header: ({ path, name }: ReceivedFile) => checkHeaderRows(readSsda903Header(createReadStream(path), name)),
  episodes: ({ path, name }: ReceivedFile) =>
    checkEpisodeRows(readSsda903Episodes(createReadStream(path), name)),
  missing: ({ path, name }: ReceivedFile) => inOrder(() => readSsda903Missing(createReadStream(path), name)),
};

/** Reads the first row of every file, so that a file of the wrong kind is refused before anything is taken. Throws `UnreadableFileError`. */
export async function tryFiles(files: ImportOrder['files']): Promise<void> {
  for (const stage of stages) {
    const file = files[stage];
    if (!file) continue;
    const readings = readers[stage](file);
    await readings.next();
    await readings.return(undefined);
  }
}

/**
 * Takes an SSDA903 return: children, legal status and placement, missing episodes, in this order, by the same judge as
 * any command. A row that cannot be taken is said with its reasons and the rest is taken; a repetition takes nothing
 * twice. A preview decides all and stores nothing. The last line said is a summary, or the problem that ended it.
 */
export async function runImport(importer: Importer, order: ImportOrder, say: Say): Promise<void> {
  const tally = new ImportTally(say);
  const requests = requestsOf(importer, order, tally);
  try {
    for await (const result of changeMany(importer.store, importer, requests, { trial: order.preview }))
      await settle(result, tally, order.preview);
    await say(tally.summary({ preview: order.preview, asAt: order.asAt }));
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const { code, file, words, line } = error;
    const detail = `${words} Rows above it were taken; mend the file and import it again.`;
    await say({
      type: 'problem',
      code,
      title: 'The rest of a file cannot be read',
      detail,
      file,
      ...(line ? { line } : {}),
    });
  }
}

async function* requestsOf(
  importer: Importer,
  { files, asAt }: ImportOrder,
  tally: ImportTally,
): AsyncGenerator<BulkRequest<RowPlace>> {
  const about = { children: new KnownChildren(importer), tally, asAt, from: `SSDA903 return, as at ${asAt}` };
  if (files.header) yield* headerRequests(readers.header(files.header), about);
  if (files.episodes) yield* episodeRequests(readers.episodes(files.episodes), about);
  if (files.missing) yield* missingRequests(readers.missing(files.missing), about);
}

async function settle(result: BulkResult<RowPlace>, tally: ImportTally, preview: boolean): Promise<void> {
  const place = result.request.source as RowPlace;
  if (result.outcome === 'notVisible') {
    const reason = 'The child was not put on the books, for the reason given with its own row.';
    await tally.refuse(place, [
      { field: 'CHILD', value: place.raw.CHILD ?? '', code: 'NOT_ON_BOOKS', reason },
    ]);
    return;
  }
  if (result.outcome === 'refused') {
    await tally.refuse(place, refusalReasons(place, result.refusal));
    return;
  }
  tally.settle(place.stage, 'taken');
  for (const change of result.changes.records) {
    if (change.kind !== 'referralProposal') continue;
    const { childId, because } = change.standing as ReferralProposalStanding;
    const child = result.changes.records.find((one) => one.id === childId)?.standing as
      | ChildStanding
      | undefined;
    await tally.propose({
      type: 'proposal',
      localId: child?.localId ?? place.raw.CHILD ?? '',
      childId,
      proposalId: preview ? null : change.id,
      episodes: because?.episodes ?? 0,
      from: because?.from ?? '',
      to: because?.to ?? '',
    });
  }
}
