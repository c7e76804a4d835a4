import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & { out: string };

const examples = `
Example:
  $ mase plan-copies 0197…
  $ mase plain-plan 0198… --out plan.pdf
  $ mase do plan-copies record-receipt 0198… --body receipt.json

Once it is given, record the receipt. Nothing is written of a copy that a later version has overtaken, or that would go to
somebody whom a contact caution names.`;

/** `mase plain-plan COPY`: a plan in plain words, for the child or the carer whose copy it is. */
export function plainPlan(program: Command): void {
  program
    .command('plain-plan')
    .summary('write a plan in plain words for the child or a carer')
    .description('Writes a copy of a plan in plain words, as PDF or HTML by the name of the file.')
    .argument('<copy>', 'the id of the copy, as plan-copies prints it')
    .requiredOption('--out <file>', 'where to write it: a name that ends in .pdf or .html')
    .addHelpText('after', examples)
    .action(async (copy: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const format = fileFormat(options.out);
      const path = `/api/v1/plan-copies/${encodeURIComponent(copy)}/document?format=${format}`;
      const response = await askAs(signedIn(options), path);
      await writeFile(response, options.out);
      const digest = response.headers.get('etag');
      printResult(outputOf(options), { out: options.out, digest }, [`${options.out} written.`]);
    });
}
