import { Command, CommanderError } from 'commander';
import { CliError, exitCodes } from './exit-codes.js';

type Verb = (program: Command) => void;

/** Every verb by its name, under what it is for. One alone is loaded: what some know takes longer than most of them work. */
const groups: [string, [name: string, load: () => Promise<Verb>][]][] = [
  [
    'Signing in:',
    [
      ['sign-in', async () => (await import('./sign-in.js')).signIn],
      ['sign-out', async () => (await import('./sign-out.js')).signOut],
      ['whoami', async () => (await import('./whoami.js')).whoami],
    ],
  ],
  [
    'Working with cases:',
    [
      ['queue', async () => (await import('./queue.js')).queue],
      ['show', async () => (await import('./show.js')).show],
      ['do', async () => (await import('./do.js')).doCommand],
      ['import', async () => (await import('./import.js')).importCommand],
      ['match-list', async () => (await import('./match-list.js')).matchList],
      ['pack', async () => (await import('./pack.js')).pack],
      ['plan-copies', async () => (await import('./plan-copies.js')).planCopies],
      ['plain-plan', async () => (await import('./plain-plan.js')).plainPlan],
      ['certificate', async () => (await import('./certificate.js')).certificate],
      ['answer', async () => (await import('./answer.js')).answer],
      ['export', async () => (await import('./export.js')).exportVerb],
      ['peer-review', async () => (await import('./peer-review.js')).peerReviewVerb],
      ['journey', async () => (await import('./journey.js')).journeyVerb],
      ['report', async () => (await import('./report.js')).report],
    ],
  ],
  [
    'With files alone:',
    [
      ['instrument', async () => (await import('./instrument.js')).instrument],
      ['profile', async () => (await import('./profile.js')).profile],
      ['language', async () => (await import('./language.js')).language],
      ['disruption', async () => (await import('./disruption.js')).disruption],
      ['bank-holidays', async () => (await import('./bank-holidays.js')).bankHolidaysVerb],
      ['templates', async () => (await import('./templates.js')).templates],
    ],
  ],
  [
    'For operators, on the database itself:',
    [
      ['migrate', async () => (await import('./migrate.js')).migrate],
      ['found', async () => (await import('./found.js')).found],
      ['set-password', async () => (await import('./set-password.js')).setPassword],
      ['reset-code', async () => (await import('./reset-code.js')).resetCode],
      ['demo', async () => (await import('./demo.js')).demo],
      ['backup', async () => (await import('./backup.js')).backup],
      ['restore', async () => (await import('./restore.js')).restore],
      ['doctor', async () => (await import('./doctor.js')).doctor],
      ['verify', async () => (await import('./verify.js')).verify],
    ],
  ],
  [
    'For operators, on the ledger that seals history and audit:',
    [
      ['make-sealing-key', async () => (await import('./make-sealing-key.js')).makeSealingKey],
      ['rotate-sealing-key', async () => (await import('./rotate-sealing-key.js')).rotateSealingKey],
      ['accept-restore', async () => (await import('./accept-restore.js')).acceptRestore],
      ['export-ledger', async () => (await import('./export-ledger.js')).exportLedger],
      ['prove', async () => (await import('./prove.js')).prove],
    ],
  ],
];

const description = `mase works with the records of a multi-agency sexual exploitation (MASE) panel.

Verbs for people who work with cases speak to the api, as the web does: they see and do exactly what the account that is signed in may. Verbs for operators open the database itself.`;

const examples = `
In a source tree say npm run mase -- in place of mase.

A first look (with npm start running):
  $ mase sign-in triage@fernshire.example.org
  $ mase queue
  $ mase show child-cases 0198…
  $ mase do child-cases decide-triage 0198… --body decision.json
  $ mase sign-out

A return and a pack:
  $ mase import ssda903 --header header.csv --episodes episodes.csv --missing missing.csv --preview
  $ mase pack 0198… --recipient chair@fernshire.example.org --out pack.pdf

Which api: --api URL, else MASE_API_URL, else that of the running npm start.
Help for one verb: mase help do

Ends with
  0  done; everything well
  1  refused, or faults were found
  2  used wrongly
  3  not signed in
  4  not reachable: the api or the database does not answer
  5  our fault
Results go to standard output, progress and errors to standard error; --json makes both JSON.`;

/** The verb that a command line gives, if it is one and no help is asked: its first word that belongs to no option. */
function verbIn(args: readonly string[]): string | undefined {
  if (args.some((one) => ['--help', '-h'].includes(one))) return undefined;
  return args.find((one, at) => !one.startsWith('-') && args[at - 1] !== '--api');
}

/** The command line of the product for these arguments: the verb that they give, or every one where they give none or ask for help. */
export async function buildProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('mase')
    .description(description)
    .option('--api <url>', 'the address of the api')
    .option('--json', 'write results as JSON, for machines')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(add --help for how to use it)')
    .addHelpText('after', examples)
    .exitOverride();
  const verb = verbIn(args);
  const isGiven = groups.some(([, verbs]) => verbs.some(([name]) => name === verb));
  for (const [title, verbs] of groups) {
    program.commandsGroup(title);
    for (const [name, load] of verbs) if (!isGiven || name === verb) (await load())(program);
  }
  if (!isGiven) (await import('./do-help.js')).nameVerbs(program);
  return program;
}

const unreachable = /^(ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_|08|28|3D000|57P)/;

/** Runs one command line and sets the exit code of the process; says on standard error why it did not end well. */
export async function run(argv: readonly string[]): Promise<void> {
  const json = argv.includes('--json');
  // A reader that has seen enough, such as head, is no fault.
  process.stdout.on('error', (error: { code?: string }) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? exitCodes.ok);
  });
  try {
    const program = await buildProgram(argv.slice(2));
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
      return;
    }
    const known = error instanceof CliError ? error : unexpected(error as Error & { code?: string });
    process.exitCode = known.exitCode;
    const words = json
      ? JSON.stringify({
          exitCode: known.exitCode,
          message: known.message,
          ...(known.answer ? { answer: known.answer } : {}),
        })
      : known.message;
    process.stderr.write(`${words}\n`);
  }
}

function unexpected(error: Error & { code?: string }): CliError {
  if (['NOT_MIGRATED', 'SEALING_KEY', 'LEDGER_UPKEEP', 'BACKUP_REFUSED'].includes(error.code ?? ''))
    return new CliError(exitCodes.refused, `${error.message}.`);
  const code = error.code ?? (error as { errors?: { code?: string }[] }).errors?.[0]?.code ?? '';
  if (unreachable.test(code))
    return new CliError(
      exitCodes.notReachable,
      `The database does not answer (${code}). ${error.message}`.trim(),
    );
  return new CliError(
    exitCodes.ourFault,
    `This is our fault: ${error.message || error.name}${code ? ` (${code})` : ''}`,
  );
}
