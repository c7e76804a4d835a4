/** Where a verb writes: results to standard output, everything about the work to standard error. */
export interface Output {
  /** Whether the result is for a machine. */
  json: boolean;
  /** Whether a person watches the progress. */
  watched: boolean;
}

/** The output of a verb that may have been asked for `--json`. */
export function outputOf(options: { json?: boolean }): Output {
  return { json: options.json ?? false, watched: process.stderr.isTTY && !options.json };
}

/** Prints one line of the result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints the result: as one line of JSON for a machine, as lines for a person. */
export function printResult(output: Output, value: object, lines: readonly string[]): void {
  if (output.json) print(JSON.stringify(value));
  else for (const line of lines) print(line);
}

/** Says on standard error what goes on; nothing where standard error is no terminal. */
export function say(output: Output, line: string): void {
  if (output.watched) process.stderr.write(`${line}\n`);
}

/** A line that writes itself anew on a terminal while work goes on; in a pipe nothing is written. */
export class ProgressLine {
  constructor(private readonly output: Output) {}

  /** Shows this instead of what was shown before. */
  show(words: string): void {
    if (this.output.watched)
      process.stderr.write(`\r\u001b[2K${words.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1))}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.output.watched) process.stderr.write('\r\u001b[2K');
  }
}

/** Rows in columns, the first row as headings. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (wide, row) => row.map((cell, i) => Math.max(cell.length, wide[i] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
