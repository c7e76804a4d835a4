import type { AuditFault, FoundPlace, HistoryFault, LedgerCounted, LedgerFault } from '@mase/store';
import { exitCodes } from './exit-codes.js';
import { type Output, printResult } from './output.js';

const shown = 20;

/** A whole number for people to read. */
export const number = (n: number) => n.toLocaleString('en-GB');

/** The faults of a verification: all are counted, the first are kept to be shown. */
export class FaultList {
  found = 0;
  readonly first: object[] = [];
  readonly lines: string[] = [];
  /** Where the first of each partnership are. */
  readonly places: FoundPlace[] = [];

  /** Notes a fault, with the words for a person, and where it is, if it is to be kept for those who oversee. */
  note(fault: object, words: string, place?: FoundPlace): void {
    this.found += 1;
    const beside = (one: FoundPlace) => one.partnership === place?.partnership;
    if (place && this.places.filter(beside).length < shown) this.places.push(place);
    if (this.found > shown) return;
    this.first.push(fault);
    this.lines.push(words);
  }

  /** Notes a fault of the ledger. */
  noteLedger(fault: LedgerFault): void {
    this.note(
      fault,
      `ledger${fault.partnership ? ` of ${fault.partnership}` : ''}: ${fault.reason} (${fault.code})`,
      {
        partnership: fault.partnership,
        record: fault.entry?.source === 'history' ? fault.entry.id : null,
        words: fault.reason,
      },
    );
  }

  /** Notes a fault of a history. */
  noteHistory(fault: HistoryFault): void {
    const { partnership, record, reason } = fault;
    const version = fault.version === null ? '' : `, version ${fault.version}`;
    this.note(fault, `${record.kind} ${record.id}${version}: ${reason} (${fault.code})`, {
      partnership,
      record: record.id,
      words: `The record ${record.id}${version}: ${reason}`,
    });
  }

  /** Notes a fault of a line of the audit. */
  noteAudit(fault: AuditFault): void {
    const { partnership, id, reason } = fault;
    this.note(fault, `audit ${id}: ${reason}`, {
      ...{ partnership, record: null },
      words: `The audit line ${id}: ${reason}`,
    });
  }

  /** Prints the report and ends with 1 where there was a fault. */
  print(output: Output, counted: object, headings: readonly string[]): void {
    const { found, first, lines } = this;
    printResult(output, { ...counted, faults: found, first }, [
      ...headings,
      found === 0 ? 'All as recorded.' : `${number(found)} faults:`,
      ...lines,
      ...(found > shown ? [`… and ${number(found - shown)} more`] : []),
    ]);
    if (found > 0) process.exitCode = exitCodes.refused;
  }
}

/** What was verified of a ledger, in words: a line, and one for each disposal, to be held against what was decided. */
export function ledgerLines(counted: LedgerCounted): string[] {
  const disposals = counted.disposals.map(
    ({ id, at, entries, proposedBy, approvedBy }, index) =>
      `Disposal ${index + 1}, ${at}: ${number(entries)} texts destroyed by ${id}, proposed by ${proposedBy ?? 'nobody'}, approved by ${approvedBy ?? 'nobody'}`,
  );
  return [ledgerWords(counted), ...disposals];
}

function ledgerWords({
  sealed,
  disposed,
  checkpoints,
  waiting,
  oldestWaiting,
  unfinished,
  beyondFile,
}: LedgerCounted): string {
  return [
    `Ledger: ${number(sealed)} sealed entries, ${number(checkpoints)} checkpoints`,
    ...(beyondFile > 0 ? [`the file ends ${number(beyondFile)} checkpoints before the database`] : []),
    ...(disposed > 0 ? [`${number(disposed)} texts destroyed by disposals`] : []),
    ...(unfinished > 0 ? [`${number(unfinished)} lines that a crash left unfinished`] : []),
    waiting > 0
      ? `unsealed window: ${number(waiting)} entries wait, the oldest since ${oldestWaiting} (${secondsSince(oldestWaiting)} s)`
      : 'unsealed window: nothing waits',
  ].join('; ');
}

function secondsSince(at: string | null): string {
  return at ? ((Date.now() - Date.parse(at)) / 1000).toFixed(1) : '0';
}
