import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type publishedHolidays, refreshHolidays } from '@mase/workflow';
import type { Command } from 'commander';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';

const publishedAt = 'https://www.gov.uk/bank-holidays.json';

type Options = { file?: string; into?: string; json?: boolean };

/** `mase bank-holidays`: the days that clocks skip, as GOV.UK publishes them. */
export function bankHolidaysVerb(program: Command): void {
  const verb = program.command('bank-holidays').summary('bring the published bank holidays up to date');
  verb
    .command('refresh')
    .summary('take over what GOV.UK publishes, and say what changed')
    .description(
      `Reads ${publishedAt}, or a file of it that was fetched elsewhere, checks it, and writes the data by which this ` +
        'program counts working days. Years that are published no more are kept; a year that is not published whole is ' +
        'left to the standing rules and counts as provisional. Clocks that run keep the due time they have. Restart api, ' +
        'worker and web afterwards, and run mase migrate.',
    )
    .option('--file <file>', 'the publication, where this machine does not reach GOV.UK')
    .option('--into <file>', 'the data file to write; otherwise that of this program')
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const done = refreshHolidays(parsed(options.file ? readText(options.file) : await fetched()));
      if ('faults' in done)
        throw new CliError(
          exitCodes.refused,
          `This is not the publication of bank holidays; nothing was changed:\n${done.faults
            .slice(0, 20)
            .map((one) => `  ${one}`)
            .join('\n')}`,
          done,
        );
      const place = options.into ?? dataFile();
      if (done.changes.some((one) => /^[+-]/.test(one))) writeWhole(place, done.holidays);
      const years = Object.keys(done.holidays['england-and-wales']).map((date) => date.slice(0, 4));
      const last = years.sort().at(-1);
      printResult(outputOf(options), { changes: done.changes, publishedTo: last, file: place }, [
        ...done.changes,
        done.changes.length === 0 ? 'Nothing differs.' : `See ${place}.`,
        `Published to the end of ${last}; later years follow the standing rules and are provisional.`,
      ]);
    });
}

/** The file that the built workflow reads. */
function dataFile(): string {
  const front = createRequire(import.meta.url).resolve('@mase/workflow');
  return join(dirname(front), 'clocks/bank-holidays.json');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(
      exitCodes.refused,
      `This is no JSON; nothing was changed: ${(error as Error).message}`,
    );
  }
}

async function fetched(): Promise<string> {
  try {
    const answer = await fetch(publishedAt, { signal: AbortSignal.timeout(20_000) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return await answer.text();
  } catch (error) {
    throw new CliError(
      exitCodes.notReachable,
      `${publishedAt} cannot be read (${(error as Error).message}). Fetch it elsewhere and give --file FILE.`,
    );
  }
}

function writeWhole(file: string, holidays: typeof publishedHolidays): void {
  const next = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(next, `${JSON.stringify(holidays, null, 2)}\n`, { flush: true, mode: 0o644 });
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw new CliError(
      exitCodes.refused,
      `${file} cannot be written (${(error as { code?: string }).code}): run it as the user that the program belongs to.`,
    );
  }
}
