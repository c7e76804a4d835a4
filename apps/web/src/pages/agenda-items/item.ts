import { labelOf } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import { dateWords, dueWords, timeWords } from '../../date-words.js';
import { type BasisView, basesWords, codeWords } from '../../strand.js';
import type { Visit } from '../../visit.js';
import { decisionFacts, type WeighedCluster } from '../clusters/cluster.js';
import type { DecisionView, ItemView, SittingView } from '../sittings/sitting.js';

/** An open action of the item's case. */
interface OpenAction {
  id: string;
  state: string;
  part: string;
  what: string;
  ownerName: string;
  due: string | null;
  ended?: { how: string; at: string } | null;
  clocks: { rule: string; overdue: boolean }[];
}

/** One item as it is heard: its case in a few words, the decision before, open actions, and what may be asked of it. */
export interface HeardItem extends ItemView {
  case: {
    rulingGrade: string | null;
    confirmed: { grade: string; at: string } | null;
    proposed: { grade: string; at: string } | null;
    harm?: Record<string, { certainty: string; time: string }>;
    /** The assessment shows a sign of harm while no harm is recorded: whoever grades says why. */
    asksNoHarmReason?: boolean;
    plan: { version: number; kind: string; agreedAt: string } | null;
    workers?: number;
    contacts?: { met: number; attempts: number; lastAt: string | null } | null;
  } | null;
  /** A person or a place of concern in a few words, where the item is about one and the reader may open it. */
  strandCase: {
    kind: 'personCase' | 'locationCase';
    status: string;
    bases: BasisView[];
    priority: string;
    linkedChildren: number;
    necessityAt: string | null;
  } | null;
  /** The cluster that it is about, as far as the reader sees it. */
  cluster?: WeighedCluster | null;
  /** What the child said last, in the child's own words. */
  words?: { words: string; how: string | null; happened: string } | null;
  actions: OpenAction[];
  /** What the decision before gave, as far as the reader sees it, with what has come of each. */
  previousActions?: OpenAction[];
  written: {
    id: string;
    kind: string;
    happened: string;
    /** Corrected since: another entry stands in its place. */
    wrong: boolean;
    body: Record<string, unknown>;
  }[];
  /** To which a case may be referred. */
  panels?: { id: string; name: string }[];
  sitting: Pick<
    SittingView,
    'id' | 'state' | 'panel' | 'startsAt' | 'endsAt' | 'quorate' | 'parts' | 'formal'
  > & {
    /** Null where that chair has withdrawn from this item. */
    chairName: string | null;
  };
  /** Every item of the sitting that the reader may see, in order. */
  agenda: AgendaLine[];
  /** Whether the reader comes to the sitting for single items alone. */
  guest?: boolean;
}

/** An item beside this one. */
export interface AgendaLine {
  id: string;
  etag: string;
  state: string;
  name: string;
  reference: string;
  minutes: number;
  openedAt: string | null;
  /** Its number on the agenda, and when it is planned: instants. */
  number: number;
  from: string;
  to: string;
}

/** Reads one item. */
export async function readItem(visit: Visit): Promise<{ item: HeardItem; etag: string | null }> {
  const { body, etag } = await visit.read<HeardItem>(path`/api/v1/agenda-items/${visit.params.id ?? ''}`);
  return { item: body, etag };
}

/** What is asked of the panel, in full where the item was written down, else as the agenda shortens it. */
export function askedOf({ written, asked }: HeardItem): string {
  const full = written.find(({ kind }) => kind === 'item')?.body.asked;
  return typeof full === 'string' ? full : asked;
}

/** What was noted in session, in its order, with who wrote it and when. */
export function notesOf({ written }: HeardItem): { text: string; by: string; at: string }[] {
  return written
    .filter(({ kind, wrong }) => kind === 'note' && !wrong)
    .map(({ body, happened }) => ({
      text: String(body.text ?? ''),
      by: String(body.by ?? ''),
      at: timeWords(happened),
    }))
    .reverse();
}

/** Why it was decided without a quorum, who said so, and who wrote it down for the chair. */
interface KeptReason {
  inquorateReason: string | null;
  reasonFrom?: { name: string; recordedBy?: string };
}

/** Why it was decided without a quorum, and whose words that is. */
function lackingWords(quorum: KeptReason): string {
  const { inquorateReason, reasonFrom } = quorum;
  if (!inquorateReason) return 'No reason was given';
  if (!reasonFrom) return inquorateReason;
  const { name, recordedBy } = reasonFrom;
  return recordedBy
    ? `${inquorateReason} (the chair, ${name}, as ${recordedBy} recorded it)`
    : `${inquorateReason} (${name})`;
}

/** Who was there when the item was decided, and that there was no quorum where there was none. */
export function quorumKept({ written }: HeardItem): { who: string; lacking: string | null } | null {
  const row = written.find(({ kind, wrong }) => kind === 'decision' && !wrong);
  const quorum = row?.body.quorum as
    | (KeptReason & { quorate: boolean; who: { name: string; agency: string }[] })
    | undefined;
  if (!quorum) return null;
  return {
    who: quorum.who.map(({ name, agency }) => `${name} (${agency})`).join(', ') || 'Nobody who counts',
    lacking: quorum.quorate ? null : lackingWords(quorum),
  };
}

/** A decision as one line: what, when, why, what it fixed, and its date. */
export function decisionWords(one: DecisionView) {
  return {
    title: `${labelOf(one.decision)}, ${dateWords(one.at)}`,
    reasons: one.reasons,
    fixed: (one.fixed ?? []).join(' '),
    next: one.nextReview
      ? `Next review ${dueWords(one.nextReview)}`
      : one.nextCheck
        ? `${one.watcher ?? 'Somebody'} watches; next check ${dueWords(one.nextCheck)}`
        : '',
  };
}

/** Open actions for the screen of the sitting, overdue ones first. */
export function openActions(actions: OpenAction[]) {
  const lines = actions.map((one) => ({
    href: `/plan-actions/${one.id}`,
    what: one.what,
    owner: one.ownerName || 'its agency is to name the owner',
    due: one.due ? `due ${dueWords(one.due)}` : 'no date yet',
    overdue: one.clocks.some(({ rule, overdue }) => rule === 'action-due' && overdue),
    declined: one.state === 'declined',
  }));
  return lines.sort((one, other) => Number(other.overdue) - Number(one.overdue));
}

const endingTags: Record<string, string> = {
  done: 'govuk-tag--green',
  'not-done': 'govuk-tag--red',
  'no-longer-possible': 'govuk-tag--grey',
};

/** What has come of the actions that the decision before gave: not done stands apart from no longer possible. */
export function cameOf(actions: OpenAction[] = []) {
  return actions.map((one) => {
    const late = one.clocks.some(({ rule, overdue }) => rule === 'action-due' && overdue);
    const tag = one.ended
      ? { text: labelOf(one.ended.how), classes: endingTags[one.ended.how] ?? 'govuk-tag--blue' }
      : { text: late ? 'Overdue' : 'Open', classes: late ? 'govuk-tag--red' : 'govuk-tag--blue' };
    const when = one.ended ? dateWords(one.ended.at) : one.due ? `due ${dueWords(one.due)}` : 'no date yet';
    return {
      href: `/plan-actions/${one.id}`,
      what: one.what,
      tag,
      by: [one.ownerName, when].filter(Boolean).join(', '),
    };
  });
}

/** What is known of a person or a place before the panel; nothing where the item is about a child or the reader may not open it. */
export function strandKnown({ strandCase, cluster }: HeardItem): { key: string; text: string }[] {
  if (cluster) return decisionFacts(cluster);
  if (!strandCase) return [];
  const { kind, status, bases, priority, linkedChildren, necessityAt } = strandCase;
  return [
    ...(kind === 'personCase' ? [{ key: 'Status', text: codeWords(status) }] : []),
    { key: 'Basis', text: basesWords(bases) },
    { key: 'Priority', text: codeWords(priority) },
    { key: 'Linked children', text: String(linkedChildren) },
    { key: 'Necessity last judged', text: necessityAt ? dateWords(necessityAt) : 'Not reviewed yet' },
  ];
}
