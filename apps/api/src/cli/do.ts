import { type Command, InvalidArgumentError } from 'commander';
import { uuidv7 } from 'uuidv7';
import { type ApiOptions, ask, refusalOf, type SignedIn, signedIn } from './ask.js';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';

type Options = ApiOptions & { body?: string; ifMatch?: number; key?: string };

interface Done {
  id: string;
  version: number;
  state: unknown;
  repeated: boolean;
  language: { pointer: string; label: string; say: string[]; weight: string; quoted: boolean }[];
}

const word = /^[a-z][a-z0-9-]*$/;

function aVersion(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It is a whole number, as mase show prints it.');
  return Number(text);
}

const examples = `
Examples:
  $ echo '{"seenOrSaid":"…","immediateDanger":false,"child":{"firstName":"Robin"}}' \\
      | mase do child-cases record-referral --body -
  $ mase do child-cases confirm-grade 0198… --body grade.json --if-match 7
  $ mase do sittings open-agenda 0198…

Without --body a command that asks for fields is refused with the name of every field that it asks for.
A refusal says what is missing, who can supply it, and what would be accepted now.`;

/** `mase do TOPIC VERB [ID]`: gives one command, as the web does. */
export function doCommand(program: Command): void {
  program
    .command('do')
    .summary('give a command: record a referral, confirm a grade, agree a plan …')
    .description('Gives one command to a record. Without an ID the command creates the record.')
    .argument('<topic>', 'what it is about: child-cases, plan-actions, sittings …')
    .argument('<verb>', 'what to do: record-referral, confirm-grade …')
    .argument('[id]', 'the id of the record; left out where the command creates it')
    .option('--body <file>', 'the fields of the command as a JSON file; - for standard input')
    .option(
      '--if-match <version>',
      'the version that you saw; refused where somebody was faster (otherwise the newest is taken)',
      aVersion,
    )
    .option(
      '--key <key>',
      'makes a repetition harmless: the same key records it once (otherwise one is made)',
    )
    .addHelpText('after', examples)
    .action(
      async (topic: string, verb: string, id: string | undefined, _options: Options, command: Command) => {
        const options = command.optsWithGlobals<Options>();
        if (!word.test(topic) || !word.test(verb))
          throw wrongUsage('A topic and a verb look like child-cases and confirm-grade.');
        const body = await bodyOf(options.body);
        const path = `/api/v1/${topic}/${id === undefined ? '' : `${encodeURIComponent(id)}/`}${verb}`;
        const done = await give(signedIn(options), path, {
          body,
          ifMatch: options.ifMatch,
          key: options.key,
        });
        const state =
          typeof done.state === 'string' ? done.state : Object.values(done.state as object).join(', ');
        printResult(outputOf(options), done, [
          `${topic}/${verb}: ${done.repeated ? 'was recorded before' : 'recorded'}.`,
          `  id       ${done.id}`,
          `  version  ${done.version}`,
          `  state    ${state}`,
          ...languageWords(done),
        ]);
      },
    );
}

/** What could be said otherwise of what was recorded, field by field; it is recorded as it was written. */
function languageWords({ language }: Done): string[] {
  return language
    .filter(({ weight, quoted }) => weight === 'avoid' && !quoted)
    .map(
      ({ pointer, label, say }) => `  ${pointer}: “${label}” could be said otherwise: ${say.join('; or ')}`,
    );
}

async function bodyOf(file: string | undefined): Promise<string> {
  if (file === undefined) return '{}';
  const text = await readInput(file);
  try {
    JSON.parse(text);
  } catch (error) {
    throw wrongUsage(`${file === '-' ? 'Standard input' : file} is not JSON: ${(error as Error).message}`);
  }
  return text;
}

async function give(
  who: SignedIn,
  path: string,
  about: { body: string; ifMatch: number | undefined; key: string | undefined },
): Promise<Done> {
  const key = about.key ?? uuidv7();
  const send = (version: number | undefined) =>
    ask(who.address, path, {
      method: 'POST',
      token: who.session.token,
      body: about.body,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    }).catch((error: unknown) => {
      if (!(error instanceof CliError)) throw error;
      throw new CliError(
        exitCodes.notReachable,
        `${error.message}\nIt may or may not be recorded. To be sure, repeat it with: --key ${key}`,
      );
    });
  let response = await send(about.ifMatch);
  // Asked which version was seen, the newest is told: nobody who gave none compares with an older one.
  if (response.status === 428 && about.ifMatch === undefined) {
    const { version } = (await response.json()) as { version: number };
    response = await send(version);
  }
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Done;
}
