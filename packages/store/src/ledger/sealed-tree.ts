import { type Checkpoint, isComplete } from './checkpoint.js';
import { type EntryRef, entryWords, type LedgerFault } from './ledger-fault.js';
import { TreeEdge } from './merkle.js';
import { keptLevels } from './seal-partnership.js';

/** An entry accepted this long before a checkpoint that does not hold it came in afterwards: a minute. */
export const latenessMs = 60_000;

/** The tree of a partnership, grown anew from its entries and compared with every checkpoint on the way. */
export class SealedTree {
  readonly faults: LedgerFault[] = [];
  /** The roots of the full subtrees that the database keeps, as they should be, by level and place. */
  readonly nodes = new Map<string, Buffer>();
  /** How many of the entries have their row. */
  present = 0;
  private readonly edge = new TreeEdge();
  private next: Checkpoint | undefined;
  private before: Checkpoint | undefined;
  private complete = '';
  private late = '';
  private position = 0;
  private signed = 0;
  private broken = false;
  private unmatched = 0;

  constructor(
    private readonly partnership: string,
    private readonly checkpoints: AsyncIterator<Checkpoint>,
    /** An export may hold more than the file of checkpoints knew when it was copied. */
    private readonly options: { mayGoOn?: boolean } = {},
  ) {}

  /** How many positions the ledger has so far, the missing among them. */
  get size(): number {
    return this.position;
  }

  /** Whether everything so far agrees with the checkpoints. */
  get holds(): boolean {
    return !this.broken;
  }

  /** The last instant at which whatever had been accepted was sealed, before any entry that comes now. */
  get sealedBefore(): string {
    return this.complete;
  }

  /** What says that it was accepted before this instant should have been in that checkpoint: a minute before it. */
  get lateBefore(): string {
    return this.late;
  }

  /** Begins: reads the first checkpoint. */
  async begin(): Promise<void> {
    this.next = await this.following();
    if (this.next?.size === 0) await this.compare();
  }

  /** Notes a fault of this partnership. */
  fault(code: string, reason: string, position: number | null = null, entry: EntryRef | null = null): void {
    // Names the entry and no more: a fault goes into reports.
    const named = entry && { source: entry.source, id: entry.id, version: entry.version };
    this.faults.push({ partnership: this.partnership, code, position, entry: named, reason });
  }

  /** Takes the next leaf; true where a checkpoint is due, so that `compare` is to be awaited. */
  append(position: number, leaf: Buffer, entry: EntryRef): boolean {
    if (position !== this.position) {
      const gone = `${this.position}${position - this.position > 1 ? `–${position - 1}` : ''}`;
      this.fault(
        'missing',
        `Position ${gone} of the ledger is gone, before the ${entryWords(entry)}.`,
        this.position,
      );
      this.broken = true;
      this.position = position;
    }
    this.position += 1;
    if (!this.broken) this.edge.append(leaf, this.keep);
    return this.next !== undefined && this.next.size <= this.position;
  }

  /** Compares with every checkpoint of this size. */
  async compare(): Promise<void> {
    while (this.next && this.next.size <= this.position) {
      if (!this.broken && this.edge.root().toString('hex') !== this.next.root) this.differs(this.next);
      else if (this.broken) this.unmatched += 1;
      this.signed = this.next.size;
      if (!this.next.setBack) this.before = this.next;
      if (isComplete(this.next)) {
        this.complete = this.next.time;
        this.late = new Date(Date.parse(this.complete) - latenessMs).toISOString();
      }
      this.next = await this.following();
    }
  }

  /** Ends: no checkpoint may know of more than there is. */
  async end(): Promise<void> {
    let last = this.next;
    while (this.next) {
      last = this.next;
      this.next = await this.following();
    }
    if (last)
      this.fault(
        'behind',
        `The checkpoints know of ${last.size} entries (checkpoint ${last.number}, ${last.time}); the database holds ${this.position}: ` +
          'the end was cut off, or an older copy was restored.',
        this.position,
      );
    else if (this.position > this.signed && !this.options.mayGoOn)
      this.fault(
        'unsigned',
        `Positions ${this.signed}–${this.position - 1} stand in the ledger under no checkpoint.`,
        this.signed,
      );
    if (this.unmatched > 0)
      this.fault(
        'after',
        `${this.unmatched} later checkpoints cannot be compared because of what is named before.`,
      );
  }

  private keep = (level: number, place: number, node: Buffer): void => {
    if (level % keptLevels === 0) this.nodes.set(`${level}/${place}`, node);
  };

  private differs(checkpoint: Checkpoint): void {
    const from = this.before?.size ?? 0;
    this.broken = true;
    this.fault(
      'root',
      `Positions ${from}–${checkpoint.size - 1} are not what checkpoint ${checkpoint.number} signed at ${checkpoint.time}` +
        `${this.before ? `; up to position ${from - 1} they agree with checkpoint ${this.before.number} of ${this.before.time}` : ''}.`,
      from,
    );
  }

  private async following(): Promise<Checkpoint | undefined> {
    const { done, value } = await this.checkpoints.next();
    return done ? undefined : value;
  }
}
