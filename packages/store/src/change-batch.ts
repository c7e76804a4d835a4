import {
  type Changes,
  type Command,
  type RecordChange,
  restoration,
  type SearchTerm,
  shownVersion,
  withdrawal,
} from '@mase/workflow';
import type { BatchRows, KeyRow } from './batch-rows.js';
import {
  edgeReadersOf,
  edgesWritten,
  historyEntry,
  type Line,
  normalTerm,
  recordLine,
} from './change-rows.js';
import { canonicalText, digestOf, leafOf, newSalt } from './ledger/leaf.js';

/**
 * Collects what accepted commands write, so that one statement writes it: later versions of a record replace earlier
 * ones of the same batch, history keeps each; of readers, list lines and search terms only the last word is left.
 */
export class ChangeBatch {
  private readonly newRecords = new Map<string, Line>();
  private readonly updates = new Map<string, Line>();
  private readonly readers = new Map<string, Line | { gone: Line }>();
  private readonly queue = new Map<string, Line | { gone: Line }>();
  private readonly terms = new Map<string, Line | { gone: Line }>();
  private readonly edges = new Map<string, ReturnType<typeof edgesWritten>>();
  /** Records from which links are to be drawn, or whose matches are weighed anew: they wait with the links that are to be weighed. */
  private readonly undrawn = new Map<string, string>();
  private readonly edgeReaders = new Map<string, ReturnType<typeof edgeReadersOf>>();
  private readonly clocks = new Map<string, Line>();
  private readonly rows: Omit<
    BatchRows,
    | 'record'
    | 'recordUpdate'
    | 'clock'
    | 'reader'
    | 'readerGone'
    | 'queue'
    | 'queueGone'
    | 'term'
    | 'termGone'
    | 'edge'
    | 'edgeGone'
    | 'edgeReaders'
    | 'unweighed'
  > = {
    history: [],
    written: [],
    unsanitised: [],
    withdrawn: [],
    restored: [],
    clockEnd: [],
    outbox: [],
    audit: [],
    subject: [],
    key: [],
    unweighedAt: [],
  };

  constructor(private readonly partnershipId: string) {}

  /** Takes the changes of one accepted command. */
  add(command: Command, changes: Changes, key?: KeyRow): void {
    for (const change of changes.records) this.addRecord(command, change, changes.post);
    for (const message of changes.outgoing)
      this.rows.outbox.push({
        id: message.id,
        kind: message.kind,
        principal: message.principal,
        record_id: message.record.id,
        at: command.at,
      });
    this.addAudit(command, changes);
    const primary = changes.records.find((change) => change.id === command.record.id);
    if (key && primary)
      this.rows.key.push({
        user_id: command.actor.userId,
        key: key.key,
        digest: key.digest,
        command_id: command.id,
        record_id: command.record.id,
        kind: command.record.kind,
        version: shownVersion(primary.fromVersion + 1, primary.standing),
        state: JSON.stringify(primary.state),
        status: key.status,
      });
  }

  /** The rows to write, without the tables' partnership, which the statement adds. */
  toRows(): BatchRows {
    const present = (map: Map<string, Line | { gone: Line }>) =>
      [...map.values()].filter((one) => !('gone' in one));
    const gone = (map: Map<string, Line | { gone: Line }>) =>
      [...map.values()].flatMap((one) => ('gone' in one ? [one.gone as Line] : []));
    const weighed = [...this.edges].flatMap(([id, { isWeighed, at }]) =>
      isWeighed ? [[id, at] as const] : [],
    );
    const unweighed = [...new Map([...weighed, ...this.undrawn])].map(([id, at]) => ({ record_id: id, at }));
    return {
      ...this.rows,
      record: [...this.newRecords.values()],
      recordUpdate: [...this.updates.values()],
      clock: [...this.clocks.values()],
      reader: present(this.readers),
      readerGone: gone(this.readers),
      queue: present(this.queue),
      queueGone: gone(this.queue),
      term: present(this.terms),
      termGone: gone(this.terms),
      edge: [...this.edges].flatMap(([id, { rows }]) =>
        rows.map((row) => ({ ...row, ...this.edgeReaders.get(id) })),
      ),
      edgeReaders: [...this.edgeReaders].flatMap(([id, readers]) =>
        this.edges.has(id) ? [] : [{ record_id: id, ...readers }],
      ),
      edgeGone: [...this.edges].flatMap(([id, { rows, isNew }]) =>
        isNew ? [] : [{ record_id: id, keep: rows.map(({ node, other }) => `${node} ${other}`) }],
      ),
      unweighed,
      // One statement writes a row once: a link that is weighed of itself is left out where those of a record are.
      unweighedAt: this.rows.unweighedAt.map((row) => ({
        ...row,
        but: unweighed.map(({ record_id }) => record_id),
      })),
    };
  }

  /** The partnership that every row belongs to. */
  get partnership(): string {
    return this.partnershipId;
  }

  private addRecord(command: Command, change: RecordChange, post: Changes['post']): void {
    const version = change.fromVersion + 1;
    const line = recordLine(command, change, version);
    const created = this.newRecords.has(change.id) || change.fromVersion === 0;
    if (created) this.newRecords.set(change.id, line);
    else
      this.updates.set(change.id, {
        ...line,
        from_version: this.updates.get(change.id)?.from_version ?? change.fromVersion,
      });
    const digests = this.addWritten(command, change, version);
    const entry = historyEntry({ command, post }, change, version, digests, line.standing as string);
    const salt = newSalt();
    this.rows.history.push({
      record_id: change.id,
      version,
      kind: change.kind,
      command_id: command.id,
      command: command.name,
      actor_id: command.actor.userId,
      happened: command.happened,
      at: command.at,
      entry,
      salt: salt.toString('hex'),
      leaf: leafOf(salt, entry).toString('hex'),
    });
    this.addClocks(command, change);
    for (const reader of change.readersRemoved) this.setReader(change.id, reader, true);
    for (const reader of change.readersAdded) this.setReader(change.id, reader, false);
    for (const one of change.queueRemoved) this.setQueue(change.id, one, true);
    for (const one of change.queueAdded) this.setQueue(change.id, one, false);
    if (change.reweigh) this.rows.unweighedAt.push({ node: `${change.kind}:${change.id}`, at: command.at });
    if (change.draw || change.rematch) this.undrawn.set(change.id, command.at);
    if (change.edges) this.edges.set(change.id, edgesWritten(change, command.at, this.edges.get(change.id)));
    if (change.edgeReaders) this.edgeReaders.set(change.id, edgeReadersOf(change.edgeReaders));
    for (const term of change.termsGone) this.setTerm(change, term, true);
    for (const term of change.terms) this.setTerm(change, term, false);
  }

  private addWritten(command: Command, change: RecordChange, version: number): object[] {
    return change.written.map((row) => {
      const body = canonicalText(row.body);
      this.rows[row.class === 'unsanitised' ? 'unsanitised' : 'written'].push({
        id: row.id,
        record_id: change.id,
        kind: row.kind,
        class: row.class,
        version,
        replaces: row.replaces,
        author_id: command.actor.userId,
        happened: row.happened,
        at: command.at,
        body,
      });
      if (row.kind === withdrawal && row.replaces) this.rows.withdrawn.push({ written_id: row.replaces });
      if (row.kind === restoration && row.replaces) this.rows.restored.push({ written_id: row.replaces });
      return {
        id: row.id,
        kind: row.kind,
        digest: digestOf(body),
        ...(row.replaces ? { replaces: row.replaces } : {}),
      };
    });
  }

  private addClocks(command: Command, change: RecordChange): void {
    for (const clock of change.started)
      this.clocks.set(clock.id, {
        id: clock.id,
        record_id: change.id,
        rule: clock.rule,
        start_at: clock.start,
        due: clock.due,
        started_by: command.id,
        ended: null,
        how: null,
        reason: null,
        ended_by: null,
        end_accepted: null,
      });
    for (const clock of change.ended) {
      const { ended, how, reason } = clock;
      const end = { ended, how, reason, ended_by: command.id, end_accepted: command.at };
      const fresh = this.clocks.get(clock.id);
      if (fresh) this.clocks.set(clock.id, { ...fresh, ...end });
      else this.rows.clockEnd.push({ id: clock.id, ...end });
    }
  }

  private setReader(recordId: string, reader: RecordChange['readersAdded'][number], gone: boolean): void {
    const line = {
      record_id: recordId,
      principal: reader.principal,
      class: reader.class,
      until: reader.until,
      without: reader.without ?? null,
    };
    this.readers.set(`${recordId} ${reader.principal} ${reader.class}`, gone ? { gone: line } : line);
  }

  private setQueue(recordId: string, one: RecordChange['queueAdded'][number], gone: boolean): void {
    const line = {
      record_id: recordId,
      principal: one.principal,
      due: one.due,
      step: one.step,
      without: one.without ?? null,
    };
    this.queue.set(`${recordId} ${one.principal}`, gone ? { gone: line } : line);
  }

  private setTerm(change: RecordChange, { kind, term }: SearchTerm, gone: boolean): void {
    const line = { kind, term: normalTerm(term), record_kind: change.kind, record_id: change.id };
    this.terms.set(`${change.id} ${kind} ${line.term}`, gone ? { gone: line } : line);
  }

  private addAudit(command: Command, changes: Changes): void {
    const touched = changes.records.flatMap((change) => [...change.persons, ...change.personsLeft]);
    const persons = [...new Set(touched)];
    const entry = canonicalText({
      id: command.id,
      at: command.at,
      user: command.actor.userId,
      as: command.actor.kind,
      action: command.name,
      record: command.record,
      persons,
    });
    const salt = newSalt();
    this.rows.audit.push({
      id: command.id,
      at: command.at,
      user_id: command.actor.userId,
      action: command.name,
      record_id: command.record.id,
      entry,
      salt: salt.toString('hex'),
      leaf: leafOf(salt, entry).toString('hex'),
    });
    for (const person of persons) this.rows.subject.push({ person_id: person, audit_id: command.id });
  }
}
