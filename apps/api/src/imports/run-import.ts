import { UnreadableFileError } from '@mase/exchange';
import { type BulkResult, changeMany } from '@mase/store';
import type { ChildStanding, ReferralProposalStanding } from '@mase/workflow';
import type { ImportKind, ImportOrder } from './import-kind.js';
import { ImportTally, type RowPlace, type Say } from './import-tally.js';
import type { Importer } from './known-children.js';
import { refusalReasons } from './row-body.js';

/**
 * Takes the files of an import row by row, by the same judge as any command. A row that cannot be taken is said with its reasons and the rest is taken; a repetition takes nothing
 * twice. A preview decides all and stores nothing. The last line said is a summary, or the problem that ended it.
 */
export async function runImport(
  importer: Importer,
  kind: ImportKind,
  order: ImportOrder,
  say: Say,
): Promise<void> {
  const tally = new ImportTally(say, kind.fieldOf, kind.repeats);
  const requests = kind.requests(importer, order, tally);
  try {
    for await (const result of changeMany(importer.store, importer, requests, { trial: order.preview }))
      await settle(result, { kind, tally, preview: order.preview });
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

async function settle(
  result: BulkResult<RowPlace>,
  { kind, tally, preview }: { kind: ImportKind; tally: ImportTally; preview: boolean },
): Promise<void> {
  const place = result.request.source as RowPlace;
  place.settled?.(result.outcome === 'accepted');
  if (result.outcome === 'notVisible') {
    const { field, reason } = kind.lost;
    await tally.refuse(place, [{ field, value: place.raw[field] ?? '', code: 'NOT_ON_BOOKS', reason }]);
    return;
  }
  if (result.outcome === 'refused') {
    await tally.refuse(place, refusalReasons(place, tally, result.refusal));
    return;
  }
  tally.settle(place.stage, 'taken', place.rows);
  for (const change of result.changes.records) {
    if (change.kind !== 'referralProposal') continue;
    const { childId, because } = change.standing as ReferralProposalStanding;
    const child = result.changes.records.find((one) => one.id === childId)?.standing as
      | ChildStanding
      | undefined;
    await tally.propose({
      type: 'proposal',
      localId: child?.localId ?? place.raw[kind.lost.field] ?? '',
      childId,
      proposalId: preview ? null : change.id,
      episodes: because?.episodes ?? 0,
      from: because?.from ?? '',
      to: because?.to ?? '',
      ...(because?.factors ? { factors: because.factors } : {}),
    });
  }
}
