import { stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** What a sitting decided on an item, as the item keeps it. */
export interface DecisionView {
  decision: string;
  at: string;
  reasons: string;
  actions: number;
  nextReview: string | null;
  watcher: string | null;
  nextCheck: string | null;
}

/** One item of an agenda. */
export interface ItemView {
  id: string;
  version: number;
  state: string;
  sittingId: string;
  caseId: string;
  childId: string;
  reference: string;
  name: string;
  section: string;
  asked: string;
  minutes: number;
  presenterName: string | null;
  late: boolean;
  openedAt: string | null;
  decision: DecisionView | null;
  returned: string | null;
}

/** What was written on a record: the papers that went out, an attendance list, a version of the minutes. */
export interface WrittenView {
  id: string;
  kind: string;
  happened: string;
  body: Record<string, unknown>;
}

/** A sitting as the api shows it to its reader. */
export interface SittingView {
  id: string;
  version: number;
  state: string;
  panel: string;
  startsAt: string;
  endsAt: string;
  place: string;
  chairId: string;
  chairName: string;
  order: string[];
  present: string[];
  quorate: boolean;
  inquorateReason: string | null;
  papersIssuedAt: string | null;
  minutesVersion: number;
  cancelled: string | null;
  items: ItemView[];
  written: WrittenView[];
  allowed: Allowed[];
}

/** Reads one sitting with its items in the order of its agenda. */
export async function readSitting(
  visit: Visit,
  id = visit.params.id ?? '',
): Promise<{ sitting: SittingView; etag: string | null }> {
  const { body, etag } = await visit.read<SittingView>(`/api/v1/sittings/${encodeURIComponent(id)}`);
  const place = (item: ItemView): number => body.order.indexOf(item.id);
  return {
    sitting: { ...body, items: [...body.items].sort((one, other) => place(one) - place(other)) },
    etag,
  };
}

/** The newest entry of a kind on a sitting, or nothing. */
export function newest(written: WrittenView[], kind: string): WrittenView | undefined {
  return written.find((one) => one.kind === kind);
}

/** How a sitting is called: its panel and its day. */
export function sittingWords({ panel, startsAt }: Pick<SittingView, 'panel' | 'startsAt'>): string {
  return `${panel}, ${momentWords(startsAt)}`;
}

/** The sitting as the subject of one of its commands. */
export async function sittingSubject(visit: Visit): Promise<Subject> {
  const { sitting, etag } = await readSitting(visit);
  const waiting = sitting.items.filter(({ state }) => state === 'waiting' || state === 'open').length;
  return {
    href: `/sittings/${sitting.id}`,
    caption: sittingWords(sitting),
    version: etag,
    allowed: sitting.allowed,
    facts: [
      { key: 'Where it stands', text: stateLabels[sitting.state] ?? sitting.state },
      { key: 'Items', text: `${sitting.items.length}, of which ${waiting} without an outcome` },
    ],
  };
}
