import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { caseNamed } from './case-named.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & { out: string; copy?: string };

const examples = `
Examples:
  $ mase journey C-0012 --out journey.pdf
  $ mase journey C-0012 --copy 3 --out as-it-was-given.pdf   (a copy that was issued before, as it was)

Each copy is made for you alone, numbered and recorded; it holds only what you may see of the case.`;

/** `mase journey CASE`: the child’s journey, the chronology of one case, as one's own numbered copy. */
export function journeyVerb(program: Command): void {
  program
    .command('journey')
    .summary('write the journey of one child: the chronology of a case')
    .description(
      'Writes the child’s journey, the chronology of one case, as your own numbered copy: PDF or HTML by the name of the file.',
    )
    .argument('<case>', 'the case: its reference, or its id')
    .option('--copy <number>', 'a copy that was issued before, as it was issued')
    .requiredOption('--out <file>', 'where to write it: a name that ends in .pdf or .html')
    .addHelpText('after', examples)
    .action(async (given: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const format = fileFormat(options.out);
      const { copy: issued } = options;
      if (issued !== undefined && !/^[1-9]\d{0,5}$/.test(issued))
        throw wrongUsage('Say with --copy the number of the copy, like 3.');
      const who = signedIn(options);
      const id = await caseNamed(who, given);
      const of = issued === undefined ? 'journey' : `journey-copies/${issued}`;
      const response = await askAs(
        who,
        `/api/v1/child-cases/${encodeURIComponent(id)}/${of}?format=${format}`,
      );
      await writeFile(response, options.out);
      const copy = response.headers.get('pack-copy') ?? issued ?? null;
      const about = {
        out: options.out,
        copy: copy === null ? null : Number(copy),
        digest: response.headers.get('etag'),
      };
      printResult(outputOf(options), about, [`${options.out} written${copy ? `: copy ${copy}` : ''}.`]);
    });
}
