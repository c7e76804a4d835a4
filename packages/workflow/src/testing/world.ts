import { instantMs, instantOf } from '../clocks/time-zone.js';
import { type DecideInput, decide, topicAndVerb } from '../decide.js';
import type {
  Actor,
  Changes,
  Command,
  Decision,
  Outgoing,
  QueueLine,
  Reader,
  RecordChange,
  RecordRef,
  StoredRecord,
  WrittenRow,
} from '../model.js';
import { englandProfile, type Profile } from '../profile/profile.js';
import { shownOf } from '../shown-version.js';
import { storedVersion } from '../stored-version.js';
import { idsFrom } from './ids.js';
import { inputFor } from './input-for.js';

/** What a test may say of a command besides its payload: which record, and when it happened (an instant). */
export interface Giving {
  record?: string;
  happened?: string;
}

/** An accepted command: the id of its record, and what it changed. */
export interface Given {
  id: string;
  command: Command;
  changes: Changes;
}

/** The books of a partnership in memory: commands go through `decide`, and what they change is kept, as a store would. */
export class World {
  readonly records = new Map<string, StoredRecord>();
  readonly written = new Map<string, WrittenRow[]>();
  readonly readers = new Map<string, Reader[]>();
  readonly queue = new Map<string, QueueLine[]>();
  /** Every command that was accepted, in order. */
  readonly commands: Command[] = [];
  readonly history: RecordChange[] = [];
  readonly outgoing: Outgoing[] = [];
  readonly nextId: () => string;

  constructor(
    readonly profile: Profile,
    public at: string,
    series = 0,
  ) {
    this.nextId = idsFrom(series);
  }

  /** Gives a command that must be accepted; throws with the refusal in words where it is not. */
  give(name: string, payload: object, actor: Actor, giving: Giving = {}): Given {
    const { command, decision } = this.ask(name, payload, actor, giving);
    if ('changes' in decision) return { id: command.record.id, command, changes: decision.changes };
    const { reason, missing, faults } = decision.refusal;
    const why = [...missing.map((one) => one.words), ...faults.map((one) => `${one.pointer} ${one.detail}`)];
    throw new Error(`${name} was ${reason}: ${why.join(' ')}`);
  }

  /** Asks for a command and gives its decision; keeps what changes where it was accepted. */
  ask(
    name: string,
    payload: object,
    actor: Actor,
    giving: Giving = {},
  ): { command: Command; decision: Decision } {
    const command = this.command(name, payload, actor, giving);
    return { command, decision: this.submit(command) };
  }

  /** Decides on a command that was made before, and keeps what it changes where it is accepted. */
  submit(command: Command): Decision {
    const decision = decide(this.inputFor(command), command);
    if ('changes' in decision) {
      this.commands.push(command);
      this.keep(decision.changes, command);
    }
    return decision;
  }

  /** A command as it would be given now, one second after the one before. */
  command(name: string, payload: object, actor: Actor, { record, happened }: Giving = {}): Command {
    this.at = instantOf(instantMs(this.at) + 1000);
    const { topic } = topicAndVerb(name);
    const id = record ?? this.nextId();
    return {
      id: this.nextId(),
      name,
      record: { kind: topic.kind, id },
      actor,
      happened: happened ?? this.at,
      at: this.at,
      payload,
    };
  }

  /** What a store would lock and read for a command. */
  inputFor(command: Command): DecideInput {
    return inputFor(this, command);
  }

  /** Lets so many days and hours pass. */
  pass(days: number, hours = 0): this {
    this.at = instantOf(instantMs(this.at) + (days * 24 + hours) * 3_600_000);
    return this;
  }

  /** The record with this id; throws where there is none. */
  getRecord<R extends StoredRecord = StoredRecord>(id: string): R {
    const found = this.records.get(id);
    if (!found) throw new Error(`There is no record ${id}`);
    return found as R;
  }

  /** Every record of a kind, in the order of their ids. */
  all(kind: RecordRef['kind']): StoredRecord[] {
    return [...this.records.values()].filter((one) => one.kind === kind);
  }

  private keep(changes: Changes, { at, actor }: Command): void {
    for (const change of changes.records) {
      const { kind, id, fromVersion, state, standing, parentId, subjectId } = change;
      const before = this.records.get(id);
      const stored = before ? storedVersion(before) : 0;
      if (stored !== fromVersion) throw new Error(`${kind} ${id} stands at ${stored}, not ${fromVersion}`);
      const shown = shownOf(fromVersion + 1, standing);
      this.records.set(id, { kind, id, ...shown, state, at, parentId, subjectId });
      const written = change.written.map((row) => ({ ...row, authorId: actor.userId }));
      this.written.set(id, [...written.reverse(), ...(this.written.get(id) ?? [])]);
      this.readers.set(id, lines(this.readers.get(id), change.readersAdded, change.readersRemoved));
      this.queue.set(id, lines(this.queue.get(id), change.queueAdded, change.queueRemoved));
      this.history.push(change);
    }
    this.outgoing.push(...changes.outgoing);
  }
}

/** Lines after some were removed and some added; throws where a line to remove is not there. */
function lines<T extends object>(before: T[] = [], added: T[], removed: T[]): T[] {
  const kept = before.map((line) => JSON.stringify(line));
  for (const line of removed) {
    const index = kept.indexOf(JSON.stringify(line));
    if (index < 0) throw new Error(`A line is removed that is not there: ${JSON.stringify(line)}`);
    kept.splice(index, 1);
  }
  return [...kept.map((line) => JSON.parse(line) as T), ...added];
}

/** An empty world: England's profile, and a Tuesday morning in November 2026 unless told otherwise. */
export function anEmptyWorld(about: { profile?: Profile; at?: string; series?: number } = {}): World {
  return new World(
    about.profile ?? englandProfile,
    about.at ?? '2026-11-03T09:00:00.000Z',
    about.series ?? 0,
  );
}
