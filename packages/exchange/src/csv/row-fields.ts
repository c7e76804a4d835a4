import type { Reading, RowFault, RowFaultCode } from '../reading.js';
import type { ColumnPlaces } from './column-places.js';
import { withoutFormulaGuard } from './formula-text.js';
import type { Layout } from './layout.js';

const LONGEST_VALUE = 200;

/** One row while it is being judged: its fields by column name, and what was found against them. */
export class RowFields {
  readonly faults: RowFault[] = [];
  readonly warnings: RowFault[] = [];

  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: readonly string[],
    private readonly places: ColumnPlaces,
    layout: Layout,
    windows1252: boolean,
  ) {
    if (cells.length !== places.names.length && !this.hasOnlyBlanksBeyond(places.names.length)) {
      const reason = `The row has ${cells.length} values for ${places.names.length} columns.`;
      this.faults.push(this.fault('', String(cells.length), 'WRONG_COLUMN_COUNT', reason));
      return;
    }
    const { longest = LONGEST_VALUE } = layout;
    for (let place = 0; place < places.names.length; place += 1) {
      const [name, value] = [places.names[place] ?? '', cells[place] ?? ''];
      if (value.length > longest) {
        this.refuse(name, 'TOO_LONG', `The value has more than ${longest} characters.`);
      } else if (!places.known[place] && value.trim() !== '') {
        this.doubt(name, 'UNKNOWN_COLUMN', `"${layout.name}" has no such column; the value was not taken.`);
      }
      if (windows1252 && /\P{ASCII}/u.test(value)) {
        const reason = 'The file is not UTF-8 and was read as Windows-1252. Check the letters.';
        this.doubt(name, 'READ_AS_WINDOWS_1252', reason);
      }
    }
  }

  /** The field without spaces around it and the guard against formulas; empty where it is blank, or no column of the file. */
  text(field: string): string {
    const place = this.places.placeOf.get(field);
    if (place === undefined || !this.places.known[place]) return '';
    return withoutFormulaGuard(this.cell(field).trim());
  }

  /** Says that the row cannot be taken because of this field. */
  refuse(field: string, code: RowFaultCode, reason: string): void {
    this.faults.push(this.fault(field, this.cell(field), code, reason));
  }

  /** Says that the field is doubtful; the row can still be taken. */
  doubt(field: string, code: RowFaultCode, reason: string): void {
    this.warnings.push(this.fault(field, this.cell(field), code, reason));
  }

  /** The outcome: the row if nothing was found against it, else every fault with every value as given, and what could be read. */
  reading<T>(row: T | undefined): Reading<T> {
    const { file, line, faults, warnings } = this;
    if (row !== undefined && faults.length === 0) return { file, line, row, warnings, raw: this.raw() };
    const readable = row === undefined ? {} : { readable: row as Partial<T> };
    return { file, line, faults, ...readable, raw: this.raw() };
  }

  private raw(): Record<string, string> {
    const raw: Record<string, string> = {};
    for (let place = 0; place < this.cells.length; place += 1) {
      raw[this.places.names[place] || `column ${place + 1}`] = this.cells[place] ?? '';
    }
    return raw;
  }

  private cell(field: string): string {
    return this.cells[this.places.placeOf.get(field) ?? -1] ?? '';
  }

  private hasOnlyBlanksBeyond(count: number): boolean {
    return this.cells.length > count && this.cells.slice(count).every((cell) => cell.trim() === '');
  }

  private fault(field: string, value: string, code: RowFaultCode, reason: string): RowFault {
    const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}\u2026` : value;
    return { file: this.file, line: this.line, field, value: shown, code, reason };
  }
}
