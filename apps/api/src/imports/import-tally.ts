import type { ImportLine, ProposalLine, ReasonCount, RowLine, Stage, StageCounts } from './import-lines.js';

/** Says one line of the answer; resolves when more may be said. */
export type Say = (line: ImportLine) => Promise<void>;

/** Where a row stands and what it says. */
export interface RowPlace {
  stage: Stage;
  file: string;
  line: number;
  raw: Record<string, string>;
  /** How many rows stand or fall with this one, itself among them; one where it is left out. */
  rows?: number;
  /** Told what became of what the row asked: whether it was taken. */
  settled?: (isTaken: boolean) => void;
}

/** Why a row is refused or doubted: in which field, by a stable code, in words. */
export interface RowReason {
  field: string;
  value: string;
  code: string;
  reason: string;
}

const everyRows = 500;

/** Counts what becomes of every row, says each reason, and now and then how far the work is. */
export class ImportTally {
  private readonly counts: Partial<Record<Stage, StageCounts>> = {};
  private readonly reasons = new Map<string, ReasonCount>();
  private readonly proposals: ProposalLine[] = [];

  constructor(
    private readonly say: Say,
    /** What the file calls each field of a command. */
    readonly fieldOf: Readonly<Record<string, string>>,
    /** The columns that the answer repeats; all where it is left out. */
    private readonly repeats?: readonly string[],
  ) {}

  /** Begins a file. */
  async begin(stage: Stage): Promise<void> {
    await this.progress(stage);
  }

  /** Notes that one more row was read. */
  async read(stage: Stage): Promise<void> {
    const counts = this.of(stage);
    counts.read += 1;
    if (counts.read % everyRows === 0) await this.progress(stage);
  }

  /** Notes that a row was taken, or was known before; or several that stand together. */
  settle(stage: Stage, how: 'taken' | 'known', rows = 1): void {
    this.of(stage)[how] += rows;
  }

  /** Refuses a row for every one of these reasons. */
  async refuse(place: RowPlace, reasons: readonly RowReason[]): Promise<void> {
    this.of(place.stage).refused += place.rows ?? 1;
    for (const reason of reasons) await this.sayRow('refused', place, reason);
  }

  /** Notes doubts about a row that is not refused for them. */
  async warn(place: RowPlace, reasons: readonly RowReason[]): Promise<void> {
    this.of(place.stage).warnings += reasons.length;
    for (const reason of reasons) await this.sayRow('warning', place, reason);
  }

  /** Notes a referral proposal. */
  async propose(line: ProposalLine): Promise<void> {
    this.proposals.push(line);
    await this.say(line);
  }

  /** Says how far a file is. */
  async progress(stage: Stage): Promise<void> {
    await this.say({ type: 'progress', stage, ...this.of(stage) });
  }

  /** The last line: all counts, all kinds of reason, all proposals. */
  summary(about: { preview: boolean; asAt: string }): Extract<ImportLine, { type: 'summary' }> {
    return {
      type: 'summary',
      ...about,
      stages: this.counts,
      reasons: [...this.reasons.values()],
      proposals: this.proposals,
    };
  }

  private of(stage: Stage): StageCounts {
    this.counts[stage] ??= { read: 0, taken: 0, known: 0, refused: 0, warnings: 0 };
    return this.counts[stage];
  }

  private async sayRow(outcome: RowLine['outcome'], place: RowPlace, reason: RowReason): Promise<void> {
    const { stage, file, line } = place;
    const { field, code, reason: words } = reason;
    const value = this.isRepeated(field) ? reason.value : '';
    const key = [stage, outcome, field, code].join(' ');
    const known = this.reasons.get(key) ?? { stage, outcome, field, code, rows: 0 };
    known.rows += 1;
    this.reasons.set(key, known);
    await this.say({
      type: 'row',
      outcome,
      stage,
      file,
      line,
      field,
      value,
      code,
      reason: words,
      raw: this.shown(place, code),
    });
  }

  private isRepeated(field: string): boolean {
    return this.repeats?.includes(field) ?? true;
  }

  /** What of a row may be repeated: nothing where its values may stand in the wrong columns. */
  private shown({ raw }: RowPlace, code: string): Record<string, string> {
    if (!this.repeats) return raw;
    if (code === 'WRONG_COLUMN_COUNT') return {};
    return Object.fromEntries(Object.entries(raw).filter(([field]) => this.isRepeated(field)));
  }
}
