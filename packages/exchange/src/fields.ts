import type { RowFaultCode } from './reading.js';

/** One row or element while it is judged: its fields by name, and what is said against them. */
export interface Fields {
  /** The field without spaces around it; empty where it is blank or absent. */
  text(field: string): string;
  /** Says that the row cannot be taken because of this field. */
  refuse(field: string, code: RowFaultCode, reason: string): void;
  /** Says that the field is doubtful; the row can still be taken. */
  doubt(field: string, code: RowFaultCode, reason: string): void;
}

/** Keeps only the fields that have a value, so that an absent one is absent rather than undefined. */
export function present<T extends object>(row: T): T {
  for (const key of Object.keys(row) as (keyof T)[]) if (row[key] === undefined) delete row[key];
  return row;
}
