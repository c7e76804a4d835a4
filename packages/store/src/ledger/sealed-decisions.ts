import type { DisposalStanding } from '@mase/workflow';
import type { HistoryEntry } from './history-entry.js';
import type { EntryRef } from './ledger-fault.js';

/** What the database keeps of disposals beside the ledger; an export has none of it. */
export interface DisposalRegister {
  /** The disposal by which each record went, by the id of the record. */
  records: ReadonlyMap<string, string>;
  /** The lines that the certificate of each disposal names, as `id leaf`, by the id of the disposal. */
  certificates: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A sealed line that says that entries were destroyed. */
export interface DisposalLine {
  entry: EntryRef & { position: number };
  leaf: string;
  /** The id of the disposal. */
  disposal: string | null;
  command: string | null;
  at: string;
  by: string | null;
  named: ReadonlySet<string>;
  /** The records of which it names history. */
  records: ReadonlySet<string>;
}

/** One step of a disposal, as its sealed history says. */
interface DecidedStep {
  command: string;
  commandId: string;
  version: number;
  by: string | null;
  at: string;
  target: string | null;
  notBefore: string | null;
}

const whole = ['disposals/propose-disposal', 'disposals/approve-disposal', 'disposals/carry-out'];

/** The sealed histories of disposals: who proposed, who approved, who carried out. */
export class DisposalHistories {
  private readonly steps = new Map<string, DecidedStep[]>();

  /** Takes an entry of the history of a disposal. */
  take(text: Buffer): void {
    const { command, record, standing } = JSON.parse(text.toString('utf8')) as HistoryEntry;
    const { target, notBefore } = standing as DisposalStanding;
    const step = {
      command: command.name,
      commandId: command.id,
      version: record.version,
      by: command.actor.userId,
      at: command.at,
      target: target?.id ?? null,
      notBefore,
    };
    this.steps.set(record.id, [...(this.steps.get(record.id) ?? []), step]);
  }

  /** What is sealed of a disposal, in the order of versions. */
  of(disposal: string): readonly DecidedStep[] {
    return [...(this.steps.get(disposal) ?? [])].sort((one, other) => one.version - other.version);
  }

  /** The accounts that proposed and approved a disposal; null where that is not sealed. */
  deciders(disposal: string): { proposedBy: string | null; approvedBy: string | null } {
    const by = (name: string | undefined) =>
      this.of(disposal).find(({ command }) => command === name)?.by ?? null;
    return { proposedBy: by(whole[0]), approvedBy: by(whole[1]) };
  }
}

/** The lines of one disposal, and what the database keeps of it. */
interface CarriedOut {
  disposal: string;
  lines: readonly DisposalLine[];
  register: DisposalRegister | undefined;
}

/** Why lines are not those of a disposal by two people, in words; empty where they are. */
export function carriedOutFaults(
  steps: readonly DecidedStep[],
  about: CarriedOut,
): { line: DisposalLine; words: string }[] {
  const [proposed, , done] = steps;
  const [first] = about.lines;
  const undecided = whyUndecided(steps);
  if (undecided || !done || !first)
    return about.lines.map((line) => ({ line, words: undecided ?? 'nothing decides it' }));
  if (!about.lines.some(({ records }) => proposed?.target && records.has(proposed.target)))
    return [{ line: first, words: 'they are not of the record that two people decided on' }];
  return about.lines.flatMap((line) => {
    const words = whyAnother(line, done) ?? whyUnregistered(line, about);
    return words ? [{ line, words }] : [];
  });
}

function whyUndecided(steps: readonly DecidedStep[]): string | null {
  if (steps.length === 0) return 'the ledger holds no history of that disposal';
  const is = steps.map(({ command, version }) => `${version} ${command}`).join();
  if (is !== whole.map((command, index) => `${index + 1} ${command}`).join())
    return 'its sealed history is not that it was proposed, approved and carried out';
  const [proposed, approved, done] = steps as [DecidedStep, DecidedStep, DecidedStep];
  if (!proposed.by || !approved.by || proposed.by === approved.by)
    return 'two different people did not decide it';
  if (!approved.notBefore || approved.notBefore > done.at)
    return 'it was carried out before the wait was over';
  return null;
}

function whyAnother({ command, at, by }: DisposalLine, done: DecidedStep): string | null {
  return command === done.commandId && at === done.at && by === done.by
    ? null
    : 'it is not the line of the command that carried the disposal out';
}

function whyUnregistered(line: DisposalLine, { disposal, register }: CarriedOut): string | null {
  if (!register) return null;
  const other = [...line.records].find((id) => register.records.get(id) !== disposal);
  if (other) return `the register of disposals does not say that record ${other} went by it`;
  return register.certificates.get(disposal)?.has(`${line.entry.id} ${line.leaf}`)
    ? null
    : 'no certificate names this line';
}
