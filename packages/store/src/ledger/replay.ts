import {
  initialState,
  type RecordKind,
  restoration,
  type StateValue,
  topicOf,
  withdrawal,
} from '@mase/workflow';
import type { HistoryEntry, HistoryFault, StoredEntry } from './history-entry.js';
import { canonicalText, isLeafOf } from './leaf.js';
import { isLegalStep } from './legal-step.js';

/** A clock as the effects of history leave it, under the names of the clock table. */
export interface ReplayedClock {
  rule: string;
  start_at: string;
  due: string;
  started_by: string;
  ended: string | null;
  how: string | null;
  reason: string | null;
  ended_by: string | null;
  end_accepted: string | null;
}

/** Replays the history of one record, entry by entry, and notes what does not follow from what stands before it. */
export class Replay {
  readonly faults: HistoryFault[] = [];
  /** The last entry so far. */
  last: HistoryEntry | null = null;
  readonly clocks = new Map<string, ReplayedClock>();
  /** Rows that the entries say were withdrawn, and not shown again since. */
  readonly withdrawn = new Set<string>();
  /** What the entries say of the rows that were written: digest, kind and version by id. */
  readonly rows = new Map<string, { kind: string; digest: string; version: number }>();
  /** Whether a disposal destroyed entries of this record. */
  disposed = false;
  private version = 0;

  constructor(private readonly record: { id: string; kind: RecordKind; partnership_id: string }) {}

  /** Notes a fault of this record. */
  fault(code: string, reason: string, version: number | null = this.version): void {
    const { id, kind, partnership_id: partnership } = this.record;
    this.faults.push({ partnership, record: { kind, id }, version, code, reason });
  }

  /** Takes the next row of the record's history. */
  take(row: StoredEntry): void {
    const expected = this.version + 1;
    this.version = row.version;
    if (row.version !== expected)
      this.fault('versionGap', `Version ${row.version} follows where version ${expected} belongs.`);
    // A disposal leaves the leaf alone: what came before it cannot be replayed any more, nor what followed from that.
    if (row.entry === null || row.salt === null) {
      this.disposed = true;
      return;
    }
    if (!isLeafOf(row.leaf, row.salt, row.entry))
      this.fault('leaf', 'The leaf is not that of the salt and the entry.');
    const entry = this.read(row.entry);
    if (!entry) return;
    this.compareColumns(row, entry);
    if (!this.disposed) this.follow(entry);
    for (const { id, kind, digest, replaces } of entry.rows) {
      this.rows.set(id, { kind, digest, version: row.version });
      if (kind === withdrawal && replaces) this.withdrawn.add(replaces);
      if (kind === restoration && replaces) this.withdrawn.delete(replaces);
    }
    this.last = entry;
  }

  private read(text: string): HistoryEntry | null {
    try {
      const entry = JSON.parse(text) as HistoryEntry;
      if (canonicalText(entry) === text) return entry;
      this.fault('notCanonical', 'The entry is not canonical text.');
      return entry;
    } catch {
      this.fault('unreadable', 'The entry cannot be read.');
      return null;
    }
  }

  private compareColumns(row: StoredEntry, { command, record }: HistoryEntry): void {
    const pairs: [string, unknown, unknown][] = [
      ['record_id', row.record_id, record.id],
      ['version', row.version, record.version],
      ['kind', row.kind, record.kind],
      ['command_id', row.command_id, command.id],
      ['command', row.command, command.name],
      ['actor_id', row.actor_id, command.actor.userId],
      ['happened', row.happened, new Date(command.happened).toISOString()],
      ['at', row.at, command.at],
    ];
    for (const [column, stored, said] of pairs)
      if (stored !== said)
        this.fault('column', `The column ${column} holds ${String(stored)}; the entry says ${String(said)}.`);
  }

  private follow(entry: HistoryEntry): void {
    const topic = topicOf(entry.record.kind);
    const before: StateValue = this.last?.state ?? initialState(topic);
    if (canonicalText([before]) !== canonicalText([entry.from]))
      this.fault(
        'from',
        `The entry begins in ${JSON.stringify(entry.from)}; the one before it ended in ${JSON.stringify(before)}.`,
      );
    const verb = entry.command.name.split('/')[1] ?? '';
    const events = entry.of ? [entry.event, verb] : [entry.event];
    if (!isLegalStep(topic, entry.from, entry.state, events))
      this.fault(
        'illegalStep',
        `The chart of ${topic.name} has no way from ${JSON.stringify(entry.from)} by ${entry.event} to ${JSON.stringify(entry.state)}.`,
      );
    if (this.last && entry.command.at <= this.last.command.at)
      this.fault('order', 'The entry was not accepted later than the one before it.');
    this.runClocks(entry);
  }

  private runClocks(entry: HistoryEntry): void {
    for (const { id, rule, start, due } of entry.started)
      this.clocks.set(id, {
        rule,
        start_at: start,
        due,
        started_by: entry.command.id,
        ended: null,
        how: null,
        reason: null,
        ended_by: null,
        end_accepted: null,
      });
    for (const { id, ended, how, reason } of entry.ended) {
      const clock = this.clocks.get(id);
      if (!clock || clock.ended !== null) this.fault('clock', `The clock ${id} ends, but did not run.`);
      else {
        const { id: ended_by, at: end_accepted } = entry.command;
        this.clocks.set(id, { ...clock, ended, how, reason, ended_by, end_accepted });
      }
    }
    const running = [...this.clocks].filter(([, clock]) => clock.ended === null).map(([id]) => id);
    const said = entry.standing.clocks.map((clock) => clock.id);
    if (running.sort().join() !== said.sort().join())
      this.fault(
        'standingClocks',
        'The clocks of the standing are not those that were started and have not ended.',
      );
  }
}
