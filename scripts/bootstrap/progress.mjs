/** When this command began, in milliseconds of the epoch; under an older Node that was before this process. */
export const began = Number(process.env.MASE_BEGAN) || Date.now();

/** Writes one line of progress to standard error, with the seconds since the start. */
export function progress(line) {
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
}

/** An error whose message is all that the person at the terminal needs; no stack is printed. */
export class PlainError extends Error {}
