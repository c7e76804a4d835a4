import { type EntryRef, entryWords } from './ledger-fault.js';
import type { SealedEntry } from './sealed-entry.js';
import type { SealedTree } from './sealed-tree.js';

/**
 * What the text of an audit line says that records a disposal: which entries lost their text and salt, by their
 * leaves. Its action is `disposals/carry-out`; who decided and why stands beside `disposed`.
 */
export interface DisposalText {
  action: typeof disposalAction;
  disposed: (EntryRef & { leaf: string })[];
}

/** The action of the audit line of a disposal. */
export const disposalAction = 'disposals/carry-out';

/**
 * Matches entries whose text was destroyed with the audit lines that say so: every one of them must be named, with its
 * leaf, by the line that it points to, and that line must stand in the ledger with its own text.
 */
export class Disposals {
  private readonly emptied: {
    entry: EntryRef & { position: number };
    leaf: string;
    disposal: string | null;
  }[] = [];
  private readonly named = new Map<string, Set<string>>();

  /** An entry without text, and the audit line that it points to. */
  note(entry: SealedEntry, disposal: string | null): void {
    const { position, source, id, version, sealed } = entry;
    this.emptied.push({ entry: { position, source, id, version }, leaf: sealed.toString('hex'), disposal });
  }

  /** An audit line whose text is as it was sealed. */
  take(line: SealedEntry, text: Buffer): void {
    if (!text.includes(disposalAction)) return;
    const said = JSON.parse(text.toString('utf8')) as Partial<DisposalText>;
    if (said.action !== disposalAction || !Array.isArray(said.disposed)) return;
    this.named.set(
      line.id,
      new Set(said.disposed.map((one) => `${one.source} ${one.id} ${one.version} ${one.leaf}`)),
    );
  }

  /** Notes every emptied entry that no disposal names. */
  compare(tree: SealedTree): void {
    for (const { entry, leaf, disposal } of this.emptied) {
      const name = `${entry.source} ${entry.id} ${entry.version} ${leaf}`;
      if (disposal !== null && this.named.get(disposal)?.has(name)) continue;
      tree.fault(
        'emptied',
        `The ${entryWords(entry)}, at position ${entry.position}, has lost its text and no sealed disposal names it.`,
        entry.position,
        entry,
      );
    }
  }
}
