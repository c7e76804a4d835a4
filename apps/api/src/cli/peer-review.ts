import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type ApiOptions, askAs, type SignedIn, signedIn } from './ask.js';
import { caseNamed } from './case-named.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { fileFormat, writeFile } from './write-file.js';

type Options = ApiOptions & {
  recipient?: string;
  organisation?: string;
  reason?: string;
  of?: string;
  out?: string;
};

const examples = `
Examples:
  $ mase peer-review C-0012 C-0031 --recipient 'Blake Placeholder' --organisation 'Made-up Partners' \\
      --reason 'Yearly review of how referrals are received' --out read-me-first.pdf
  $ mase peer-review --of 0198… --out read-me-first.pdf   (somebody else, who decides on it)
  $ mase do exports approve-export 0198…
  $ mase export 0198… --out pack.pdf                      (who asked, once)

The file written here is a numbered copy for you alone: read each page before anything leaves.`;

/** `mase peer-review CASE…`: asks for a pack without names of chosen cases, and writes one's own copy of it to be read first. */
export function peerReviewVerb(program: Command): void {
  program
    .command('peer-review')
    .summary('ask for a pack without names of chosen cases, and read it')
    .description(
      'Asks for the journeys of chosen cases without names, for reviewers from outside, and writes your own copy of the pack. Somebody else decides; then it leaves by mase export.',
    )
    .argument('[cases...]', 'the cases: their references, or their ids')
    .option('--recipient <name>', 'who receives the pack')
    .option('--organisation <name>', 'of which organisation')
    .option('--reason <words>', 'which review, and the power by which it may leave')
    .option('--of <export>', 'the id of a pack that was asked for, to be read alone')
    .option('--out <file>', 'where to write your own copy: a name that ends in .pdf or .html')
    .addHelpText('after', examples)
    .action(async (cases: string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { of, out } = options;
      const format = out === undefined ? null : fileFormat(out);
      if ((of === undefined) === (cases.length === 0))
        throw wrongUsage('Name the cases of a new pack, or one that was asked for with --of.');
      if (of !== undefined && out === undefined) throw wrongUsage('Say with --out where to write the pack.');
      const who = signedIn(options);
      const id = of ?? (await request(who, cases, options));
      const at = `/api/v1/exports/${encodeURIComponent(id)}/peer-review?format=${format}`;
      const response = format && (await askAs(who, at));
      if (response && out) await writeFile(response, out);
      const about = { id, out: out ?? null, digest: response?.headers.get('etag') ?? null };
      printResult(outputOf(options), about, [
        ...(of === undefined ? [`The pack is asked for: ${id}. Somebody else decides on it.`] : []),
        ...(out ? [`${out} written: read each page before it leaves.`] : []),
      ]);
    });
}

async function request(
  who: SignedIn,
  cases: readonly string[],
  { recipient: name, organisation, reason }: Options,
): Promise<string> {
  if (!name || !organisation || !reason)
    throw wrongUsage('Say with --recipient, --organisation and --reason for whom and why.');
  const ids = await Promise.all(cases.map((one) => caseNamed(who, one)));
  const response = await askAs(who, '/api/v1/exports/request-export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ what: 'peer-review', cases: ids, recipient: { name, organisation }, reason }),
  });
  return ((await response.json()) as { id: string }).id;
}
