import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { fetchFile } from './fetch-file.js';
import { outputOf, ProgressLine, printResult } from './output.js';

type Options = ApiOptions & { out: string };
type View = { state: string; etag: string; download: { end: { rows: number; digest: string } | null } };

const examples = `
Examples:
  $ mase do exports request-export --body export.json
  $ mase do exports approve-export 0198c1d2-…      (somebody else)
  $ mase export 0198c1d2-… --out children.csv

The file can be fetched once, by who asked for it; how many rows left stays in the audit. Where the connection breaks, what
came stays in FILE.partial and the download goes on from there, also when the same command is given again within a day.`;

/** `mase export EXPORT`: begins the download of an approved export and writes its file. */
export function exportVerb(program: Command): void {
  program
    .command('export')
    .summary('fetch an approved export, once')
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
      await fetchFile(
        (path) => askAs(who, `${at}/file${path}`),
        options.out,
        new ProgressLine(outputOf(options)),
      );
      const { end } = (await read()).download;
      const about = { out: options.out, rows: end?.rows ?? null, digest: end?.digest ?? null };
      printResult(outputOf(options), about, [`${options.out} written${end ? `: ${end.rows} rows` : ''}.`]);
    });
}
