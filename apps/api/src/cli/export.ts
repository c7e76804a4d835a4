import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { fetchFile } from './fetch-file.js';
import { outputOf, ProgressLine, printResult } from './output.js';

type Options = ApiOptions & { out: string };
interface View {
  state: string;
  etag: string;
  download: {
    progress: { read: number; of: number } | null;
    end: { rows: number; digest: string } | null;
  };
}

const examples = `
Examples:
  $ mase do exports request-export --body export.json
  $ mase do exports approve-export 0198c1d2-…      (somebody else)
  $ mase export 0198c1d2-… --out children.csv

The file is fetched by who asked for it, within a day; how many rows left stays in the audit each time. It holds the books as
they were sealed when the download was begun. Where the connection breaks, what came stays in FILE.partial and the download goes
on from there, also when the same command is given again within the day. Without FILE.partial it comes whole again.`;

/** `mase export EXPORT`: begins the download of an approved export and writes its file. */
export function exportVerb(program: Command): void {
  program
    .command('export')
    .summary('fetch an approved export')
    .description('Begins the download of an export that somebody else has approved, and writes its file.')
    .argument('<export>', 'the id of the export')
    .requiredOption('--out <file>', 'where to write it')
    .addHelpText('after', examples)
    .action(async (id: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const who = signedIn(options);
      const at = `/api/v1/exports/${encodeURIComponent(id)}`;
      const read = async () => (await (await askAs(who, at)).json()) as View;
      const { state, etag } = await read();
      if (state !== 'begun')
        await askAs(who, `${at}/begin-download`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'if-match': etag,
            'idempotency-key': randomUUID(),
          },
          body: '{}',
        });
      const howFar = async () => {
        const { progress } = (await read()).download;
        return progress && `${progress.read} of ${progress.of} records`;
      };
      await fetchFile(
        { ask: (from) => askAs(who, `${at}/file?from=${from}`), howFar },
        options.out,
        new ProgressLine(outputOf(options)),
      );
      const { end } = (await read()).download;
      const about = { out: options.out, rows: end?.rows ?? null, digest: end?.digest ?? null };
      printResult(outputOf(options), about, [`${options.out} written${end ? `: ${end.rows} rows` : ''}.`]);
    });
}
