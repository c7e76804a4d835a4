import { checkInstrumentFile, type FileFault, type Instrument } from '@mase/workflow';
import { CliError, exitCodes } from './exit-codes.js';
import { readInput } from './read-input.js';

/** A fault as it is printed: FILE:LINE:COLUMN, the part that it is about, and why. */
export function faultLine(file: string, { line, column, pointer, reason }: FileFault): string {
  return `${file}:${line}:${column} ${pointer ? `${pointer} ` : ''}${reason}`;
}

/** Reads an instrument file that has no fault; ends the verb with every fault where it has some. */
export async function soundInstrument(file: string): Promise<Instrument> {
  const { instrument, faults } = checkInstrumentFile(await readInput(file));
  if (instrument) return instrument;
  throw new CliError(exitCodes.refused, faults.map((fault) => faultLine(file, fault)).join('\n'), { faults });
}
