import type { PackChange, PackChanges } from '@mase/documents';
import type { CopyParts, DatedRow, EarlierCopy } from '@mase/store';
import { actionReference, isOverdue } from './action-rows.js';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { countedEpisodes } from './child-missing.js';
import { packIntelligence } from './pack-intelligence.js';
import { differing, itemsIn } from './paper-parts.js';
import { type Action, type Episode, fieldsOf, type Papers } from './papers.js';
import { rowWords } from './row-words.js';

/** A version and what it replaces. */
export interface Versions {
  previous: EarlierCopy | null;
  /** What each part of this version holds. */
  parts: CopyParts;
  issuedAt: string;
}

const unnamed: PackChange = {
  where: 'This copy',
  what: 'A date has passed, or what you may see has changed; no new entry was recorded.',
};

/**
 * What is different from the version that a copy replaces: exactly the items whose line or sheet differs, each with the
 * entries behind it that this reader may see, and the other parts that differ. Null in a first version.
 */
export function whatChanged(papers: Papers, { previous, parts, issuedAt }: Versions): PackChanges | null {
  if (!previous) return null;
  const between = (at: string) => at > previous.issuedAt && at <= issuedAt;
  const entries = changes(papers, previous.parts, parts, between);
  return {
    sinceVersion: previous.version,
    issued: papers.moment(previous.issuedAt),
    entries: entries.length > 0 ? entries : [unnamed],
  };
}

type Between = (at: string) => boolean;

function changes(papers: Papers, before: CopyParts, now: CopyParts, between: Between): PackChange[] {
  const items = numberedItems(papers, papers.sitting);
  const known = itemsIn(before).length > 0;
  const differs = new Set(differing(before, now));
  const added = (id: string) => known && !(id in before);
  const ofItems = items.flatMap((numbered) => {
    const id = numbered.record?.id;
    if (!id) return [];
    if (added(id)) return [addedItem(numbered)];
    if (known && !differs.has(id)) return [];
    const words = itemChanges(papers, numbered, between);
    const rest = known ? ['What is printed of it is different: a date has passed, or what you may see.'] : [];
    const { number, title } = numbered.item;
    return (words.length > 0 ? words : rest).map((what) => ({ where: `Item ${number}, ${title}`, what }));
  });
  const explained = ofItems.some(({ what }) => what.startsWith('Action '));
  return [
    ...agendaChanges(before, now, known),
    ...ofItems,
    ...(differs.has('log') && !explained
      ? [{ where: 'Action log', what: 'An action changed, or is overdue now.' }]
      : []),
    ...(differs.has('figures') ? [{ where: 'Themes and figures', what: 'Figures are counted.' }] : []),
    ...intelligenceChanges(papers, items, { differs: !known || differs.has('intelligence'), between }),
    ...(differs.has('minutes') ? [{ where: 'Minutes of the last sitting', what: 'Changed or agreed.' }] : []),
  ];
}

/** Of items that are not there any more nothing is said: what was restricted since would be told by its absence. */
function agendaChanges(before: CopyParts, now: CopyParts, known: boolean): PackChange[] {
  if (!known) return [];
  const kept = itemsIn(before).filter((id) => id in now);
  const moved =
    before.agenda !== now.agenda ||
    itemsIn(now)
      .filter((id) => id in before)
      .join() !== kept.join();
  return moved ? [{ where: 'Agenda', what: 'Its order, time, place or chair changed.' }] : [];
}

function addedItem({ item }: NumberedItem): PackChange {
  const late = item.lateReason ? ` Late, by the chair: ${item.lateReason}` : '';
  return { where: `Item ${item.number}, ${item.title}`, what: `Added: ${item.kind.toLowerCase()}.${late}` };
}

function intelligenceChanges(
  papers: Papers,
  items: readonly NumberedItem[],
  { differs, between }: { differs: boolean; between: Between },
): PackChange[] {
  if (!differs) return [];
  const where = 'Sanitised intelligence';
  const reports = packIntelligence(papers, items, between);
  return reports.map(({ reference }) => ({ where, what: `Report ${reference} is new, or was changed.` }));
}

/** The entries behind an item that were recorded between two versions and that this reader may see. */
function itemChanges(papers: Papers, { record, item }: NumberedItem, between: Between): string[] {
  if (!record) return [];
  if (item.takenOff) return [`Taken off the agenda: ${item.takenOff}`];
  if (papers.written(record.id, 'item').some((row) => between(row.at)))
    return [`Added: ${item.kind.toLowerCase()}.`];
  const about = papers.caseOf(record);
  const rows = [
    ...papers.written(record.id),
    ...(about ? papers.written(about.id) : []),
    ...(about ? papers.written(about.standing.childId) : []),
  ];
  const told = rows.filter((row) => between(row.at)).flatMap((row) => rowChange(papers, row));
  const episodes = about
    ? countedEpisodes(papers, about.standing.childId).flatMap((one) => episodeChange(papers, one, between))
    : [];
  const actions = papers
    .actionsOf(record.subjectId ?? '')
    .flatMap((one) => actionChange(papers, one, between));
  const moved =
    record.state !== 'waiting' && between(record.at)
      ? [`The item is ${record.state === 'open' ? 'before the panel' : record.state}.`]
      : [];
  const strand = papers.strandOf(record) ?? papers.clusterOf(record);
  const news = strand ? papers.written(strand.id).filter((row) => between(row.at)) : [];
  const ofStrand = news.length > 0 ? ['What is recorded of it changed.'] : [];
  return [...ofStrand, ...told, ...episodes, ...actions, ...moved];
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

/** By what was written on it: the record itself moves with what closed records tell it. */
function episodeChange(papers: Papers, episode: Episode, between: Between): string[] {
  const rows = papers.written(episode.id);
  if (!rows.some((row) => between(row.at))) return [];
  const first = rows.at(-1);
  return first && between(first.at)
    ? ['A missing episode was recorded.']
    : ['More was recorded of a missing episode.'];
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
