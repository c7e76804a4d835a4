import { type Command, Option } from 'commander';
import { type ApiOptions, askAs, type SignedIn, signedIn } from './ask.js';
import { CliError, exitCodes } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & { recipient?: string; out: string; document: string; item?: string };

const examples = `
Examples:
  $ mase pack 0198… --recipient chris@example.org --out pack.pdf
  $ mase pack 0198… --document minutes --out minutes.docx
  $ mase pack 0198… --document letter --recipient hana@example.org --out actions-for-health.docx

Each copy is made for one person, numbered and recorded; it holds only what that person may see.`;

/** `mase pack SITTING`: one recipient's copy of the papers of a sitting. */
export function pack(program: Command): void {
  program
    .command('pack')
    .summary('write the papers of a sitting for one recipient')
    .description(
      'Writes one recipient’s copy of the papers of a sitting, as PDF or HTML by the name of the file, minutes and letters also as Word.',
    )
    .argument('<sitting>', 'the id of the sitting')
    .option('--recipient <who>', 'whose copy: an address or the id of an account (otherwise yours)')
    .option('--item <id>', 'the item of the agenda, where its sheet alone is wanted (an extract)')
    .requiredOption('--out <file>', 'where to write it: a name that ends in .pdf, .html or .docx')
    .addOption(
      new Option('--document <kind>', 'which paper')
        .choices(['pack', 'supplement', 'agenda', 'minutes', 'letter', 'extract'])
        .default('pack'),
    )
    .addHelpText('after', examples)
    .action(async (sitting: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const format = options.out.toLowerCase().endsWith('.docx') ? 'docx' : fileFormat(options.out);
      const who = signedIn(options);
      const recipient = options.recipient ? await recipientId(who, options.recipient) : undefined;
      const query = new URLSearchParams({
        format,
        document: options.document,
        ...(recipient ? { recipient } : {}),
        ...(options.item ? { item: options.item } : {}),
      });
      const response = await askAs(who, `/api/v1/sittings/${encodeURIComponent(sitting)}/pack?${query}`);
      await writeFile(response, options.out);
      const copy = response.headers.get('pack-copy');
      const about = {
        out: options.out,
        copy: copy === null ? null : Number(copy),
        digest: response.headers.get('etag'),
      };
      printResult(outputOf(options), about, [`${options.out} written${copy ? `: copy ${copy}` : ''}.`]);
    });
}

async function recipientId(who: SignedIn, given: string): Promise<string> {
  if (!given.includes('@')) return given;
  const response = await askAs(who, `/api/v1/users?email=${encodeURIComponent(given)}`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  const [user] = items;
  if (!user) throw new CliError(exitCodes.refused, `Nobody with the address ${given} has an account.`);
  return user.id;
}
