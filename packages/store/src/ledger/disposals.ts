import { type EntryRef, entryWords, type LedgerCounted } from './ledger-fault.js';
import {
  carriedOutFaults,
  DisposalHistories,
  type DisposalLine,
  type DisposalRegister,
} from './sealed-decisions.js';
import type { SealedEntry } from './sealed-entry.js';
import type { SealedTree } from './sealed-tree.js';

/**
 * What the text of an audit line says that records a disposal: which entries lost their text and salt, by their
 * leaves, and by which command. Its action is `disposals/carry-out`, its record the disposal; who decided and why
 * stands in the sealed history of that disposal.
 */
export interface DisposalText {
  action: typeof disposalAction;
  /** The command that carried the disposal out. */
  command: string;
  disposed: (EntryRef & { leaf: string })[];
}

/** The action of the audit line of a disposal. */
export const disposalAction = 'disposals/carry-out';

/**
 * Matches entries whose text was destroyed with the audit lines that say so: every one of them must be named, with its
 * leaf, by the line that it points to; that line must stand in the ledger with its own text; and the ledger must hold
 * the history of the disposal that the line is of: proposed, approved by another person, carried out after the wait by
 * the same command. Where there is a database, its register and the certificate must say the same.
 */
export class Disposals {
  private readonly emptied: {
    entry: EntryRef & { position: number };
    leaf: string;
    line: string | null;
  }[] = [];
  private readonly lines = new Map<string, DisposalLine>();
  private readonly histories = new DisposalHistories();

  /** An entry without text, and the audit line that it points to. */
  note(entry: SealedEntry, line: string | null): void {
    const { position, source, id, version, sealed } = entry;
    this.emptied.push({ entry: { position, source, id, version }, leaf: sealed.toString('hex'), line });
  }

  /** An entry of the history of a disposal whose text is as it was sealed. */
  takeStep(text: Buffer): void {
    this.histories.take(text);
  }

  /** An audit line whose text is as it was sealed. */
  take(entry: SealedEntry, text: Buffer): void {
    if (!text.includes(disposalAction)) return;
    const said = JSON.parse(text.toString('utf8')) as Partial<DisposalText> & SaidOfLine;
    if (said.action !== disposalAction || !Array.isArray(said.disposed)) return;
    const { position, source, id, version, sealed } = entry;
    this.lines.set(id, {
      entry: { position, source, id, version },
      leaf: sealed.toString('hex'),
      disposal: said.record?.id ?? null,
      command: said.command ?? null,
      at: said.at,
      by: said.user,
      named: new Set(said.disposed.map((one) => `${one.source} ${one.id} ${one.version} ${one.leaf}`)),
      records: new Set(said.disposed.filter((one) => one.source === 'history').map((one) => one.id)),
    });
  }

  /** Notes every line that is not that of a disposal by two people, and every emptied entry that no sound line names. */
  compare(tree: SealedTree, counted: LedgerCounted, register?: DisposalRegister): void {
    const sound = new Set<string>();
    for (const [disposal, lines] of grouped(this.lines.values())) {
      const faults = carriedOutFaults(this.histories.of(disposal), { disposal, lines, register });
      for (const { line, words } of faults)
        tree.fault(
          'disposal',
          `The ${entryWords(line.entry)}, at position ${line.entry.position}, says that ${line.named.size} entries were disposed of, but ${words}.`,
          line.entry.position,
          line.entry,
        );
      if (faults.length === 0) for (const line of lines) sound.add(line.entry.id);
      counted.disposals.push({
        id: disposal,
        at: lines[0]?.at ?? '',
        entries: lines.reduce((sum, line) => sum + line.named.size, 0),
        ...this.histories.deciders(disposal),
      });
    }
    for (const { entry, leaf, line } of this.emptied) {
      const name = `${entry.source} ${entry.id} ${entry.version} ${leaf}`;
      if (line !== null && sound.has(line) && this.lines.get(line)?.named.has(name)) continue;
      tree.fault(
        'emptied',
        `The ${entryWords(entry)}, at position ${entry.position}, has lost its text and no sealed disposal names it.`,
        entry.position,
        entry,
      );
    }
  }
}

interface SaidOfLine {
  at: string;
  user: string | null;
  record: { id: string } | null;
}

function grouped(lines: Iterable<DisposalLine>): Map<string, DisposalLine[]> {
  const groups = new Map<string, DisposalLine[]>();
  for (const line of lines) {
    const key = line.disposal ?? 'no disposal';
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}
