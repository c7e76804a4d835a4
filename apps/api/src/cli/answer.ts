import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & { out: string };

const examples = `
Examples:
  $ mase answer 0198c1d2-… --out answer.pdf
  $ mase do access-requests gather-bundle 0198c1d2-…

A draft once the answer is approved, then as it was issued; what is withheld is in neither.`;

/** `mase answer REQUEST`: the answer to a request for access. */
export function answer(program: Command): void {
  program
    .command('answer')
    .summary('write the answer to a request for access')
    .description('Writes the answer to a request for access, as PDF or HTML by the name of the file.')
    .argument('<request>', 'the id of the request')
    .requiredOption('--out <file>', 'where to write it: a name that ends in .pdf or .html')
    .addHelpText('after', examples)
    .action(async (request: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const format = fileFormat(options.out);
      const path = `/api/v1/access-requests/${encodeURIComponent(request)}/response?format=${format}`;
      const response = await askAs(signedIn(options), path);
      await writeFile(response, options.out);
      const about = { out: options.out, digest: response.headers.get('etag') };
      printResult(outputOf(options), about, [`${options.out} written.`]);
    });
}
