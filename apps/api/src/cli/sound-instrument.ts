import {
  type CheckedFile,
  checkInstrumentFile,
  englandProfile,
  type FileFault,
  type Instrument,
  lexiconOn,
  localDate,
} from '@mase/workflow';
import { CliError, exitCodes } from './exit-codes.js';
import { readInput } from './read-input.js';

/** A fault as it is printed: FILE:LINE:COLUMN, the part that it is about, and why. */
export function faultLine(file: string, { line, column, pointer, reason }: FileFault): string {
  return `${file}:${line}:${column} ${pointer ? `${pointer} ` : ''}${reason}`;
}

/** The local day of England on which a verb is given. */
export const today = (): string => localDate(new Date().toISOString(), englandProfile.timeZone);

/** Reads and checks an instrument file, or its text where that was read, with the lexicon of today. */
export async function checkedInstrument(file: string, text?: string): Promise<CheckedFile> {
  return checkInstrumentFile(text ?? (await readInput(file)), lexiconOn(today()));
}

/** Reads an instrument file that has no fault; ends the verb with every fault where it has some. */
export async function soundInstrument(file: string, text?: string): Promise<Instrument> {
  const { instrument, faults } = await checkedInstrument(file, text);
  if (instrument) return instrument;
  throw new CliError(exitCodes.refused, faults.map((fault) => faultLine(file, fault)).join('\n'), { faults });
}
