import type { PackChange, PackChanges } from '@mase/documents';
import type { DatedRow, IssuedCopy } from '@mase/store';
import { actionReference, isOverdue } from './action-rows.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { countedEpisodes } from './child-missing.js';
import { packIntelligence } from './pack-intelligence.js';
import { type Action, fieldsOf, type Papers } from './papers.js';
import { rowWords } from './row-words.js';

/**
 * What is different from the version that a copy replaces, item by item: entries that this reader may see and that were
 * recorded between the two. Null in a first version.
 */
export function whatChanged(papers: Papers, copy: IssuedCopy): PackChanges | null {
  if (!copy.previous) return null;
  const between = (at: string) => at > (copy.previous?.issuedAt ?? '') && at <= copy.issuedAt;
  const items = numberedItems(papers, papers.sitting);
  const entries = [
    ...sittingChanges(papers, items, between),
    ...items.flatMap((numbered) => itemChanges(papers, numbered, between)),
    ...packIntelligence(papers, items, between).map(({ reference }) => ({
      where: 'Sanitised intelligence',
      what: `Report ${reference} is new, or was changed.`,
    })),
  ];
  const unnamed = {
    where: 'This copy',
    what: 'A date has passed, or what you may see has changed; no new entry was recorded.',
  };
  return {
    sinceVersion: copy.previous.version,
    issued: papers.moment(copy.previous.issuedAt),
    entries: entries.length > 0 ? entries : [unnamed],
  };
}

type Between = (at: string) => boolean;

function sittingChanges(papers: Papers, items: readonly NumberedItem[], between: Between): PackChange[] {
  const { sitting } = papers;
  const attendance = papers.written(sitting.id, 'attendance').some((row) => between(row.at));
  const minutes =
    papers.previous &&
    papers.written(papers.previous.id, 'minutes', 'minutes-agreed').some((row) => between(row.at));
  const added = items.some(
    ({ record }) => record && papers.written(record.id, 'item').some((row) => between(row.at)),
  );
  const reissued = papers.written(sitting.id, 'papers').some((row) => between(row.at));
  const moved = between(sitting.at) && !attendance && !added && !reissued;
  return [
    ...(moved
      ? [{ where: 'Agenda', what: 'The sitting moved on, or its order, time or place changed.' }]
      : []),
    ...(attendance ? [{ where: 'Sitting', what: 'Attendance was recorded.' }] : []),
    ...(minutes ? [{ where: 'Minutes of the last sitting', what: 'Changed or agreed.' }] : []),
  ];
}

function itemChanges(papers: Papers, { item, record }: NumberedItem, between: Between): PackChange[] {
  if (!record) return [];
  const where = `Item ${item.number}, ${item.title}`;
  const added = papers.written(record.id, 'item').some((row) => between(row.at));
  if (added) return [{ where, what: `Added: ${item.kind.toLowerCase()}.` }];
  const about = papers.caseOf(record);
  const rows = [
    ...papers.written(record.id),
    ...(about ? papers.written(about.id) : []),
    ...(about ? papers.written(about.standing.childId) : []),
  ];
  const told = rows.filter((row) => between(row.at)).flatMap((row) => rowChange(papers, row));
  const episodes = about
    ? countedEpisodes(papers, about.standing.childId).filter((one) => between(one.at))
    : [];
  const actions = papers
    .actionsOf(record.subjectId ?? '')
    .flatMap((one) => actionChange(papers, one, between));
  const moved =
    record.state !== 'waiting' && between(record.at)
      ? [`The item is ${record.state === 'open' ? 'before the panel' : record.state}.`]
      : [];
  const strand = papers.strandOf(record);
  const news = strand ? papers.written(strand.id).filter((row) => between(row.at)) : [];
  const ofStrand = news.length > 0 ? ['What is recorded of it changed.'] : [];
  const words = [
    ...ofStrand,
    ...told,
    ...episodes.map(() => 'A missing episode was recorded.'),
    ...actions,
    ...moved,
  ];
  return words.map((what) => ({ where, what }));
}

function rowChange(papers: Papers, row: DatedRow): string[] {
  const own: { [kind: string]: string } = {
    identity: 'The child’s details were recorded',
    status: 'Legal status or placement was recorded',
    decision: 'The panel decided',
  };
  const words = rowWords(papers, row) ?? own[row.kind];
  if (!words) return [];
  const corrected = row.replaces ? ' (a correction)' : '';
  return [`${words}, ${papers.day(row.happened)}${corrected}.`];
}

function actionChange(papers: Papers, action: Action, between: Between): string[] {
  const name = `Action ${actionReference(action.id)}`;
  const first = papers.written(action.id, 'action')[0];
  if (first && between(first.at)) return [`${name} added: ${fieldsOf(first).what ?? action.standing.what}`];
  if (between(action.at))
    return [
      `${name} is ${action.state === 'ended' ? `ended: ${action.standing.ended?.how.replaceAll('-', ' ')}` : action.state}.`,
    ];
  const due = action.standing.due;
  const passed = due && isOverdue(papers, action) && between(`${due.slice(0, 10)}T23:59:59.999Z`);
  return passed ? [`${name} is overdue since ${papers.day(due)}.`] : [];
}
