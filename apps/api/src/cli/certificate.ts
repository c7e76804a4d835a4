import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & { out: string };

const examples = `
Example:
  $ mase certificate 0198… --out disposal.pdf

It holds counts and digests, and nothing of whom the record was about.`;

/** `mase certificate DISPOSAL`: the certificate of a disposal that was carried out. */
export function certificate(program: Command): void {
  program
    .command('certificate')
    .summary('write the certificate of a disposal')
    .description(
      'Writes the certificate of a disposal that was carried out, as PDF or HTML by the name of the file.',
    )
    .argument('<disposal>', 'the id of the disposal')
    .requiredOption('--out <file>', 'where to write it: a name that ends in .pdf or .html')
    .addHelpText('after', examples)
    .action(async (disposal: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const format = fileFormat(options.out);
      const path = `/api/v1/disposals/${encodeURIComponent(disposal)}/certificate?format=${format}`;
      const response = await askAs(signedIn(options), path);
      await writeFile(response, options.out);
      const digest = response.headers.get('etag');
      printResult(outputOf(options), { out: options.out, digest }, [`${options.out} written.`]);
    });
}
