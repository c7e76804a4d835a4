import { Command, CommanderError } from 'commander';
import { acceptRestore } from './accept-restore.js';
import { answer } from './answer.js';
import { certificate } from './certificate.js';
import { demo } from './demo.js';
import { disruption } from './disruption.js';
import { doCommand } from './do.js';
import { doctor } from './doctor.js';
import { CliError, exitCodes } from './exit-codes.js';
import { exportVerb } from './export.js';
import { exportLedger } from './export-ledger.js';
import { found } from './found.js';
import { importCommand } from './import.js';
import { instrument } from './instrument.js';
import { language } from './language.js';
import { makeSealingKey } from './make-sealing-key.js';
import { matchList } from './match-list.js';
import { migrate } from './migrate.js';
import { pack } from './pack.js';
import { plainPlan } from './plain-plan.js';
import { planCopies } from './plan-copies.js';
import { prove } from './prove.js';
import { queue } from './queue.js';
import { report } from './report.js';
import { resetCode } from './reset-code.js';
import { rotateSealingKey } from './rotate-sealing-key.js';
import { setPassword } from './set-password.js';
import { show } from './show.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { verify } from './verify.js';
import { whoami } from './whoami.js';

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

/** The command line of the product, verb by verb. */
export function buildProgram(): Command {
  const program = new Command('mase')
    .description(description)
    .option('--api <url>', 'the address of the api')
    .option('--json', 'write results as JSON, for machines')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(add --help for how to use it)')
    .addHelpText('after', examples)
    .exitOverride();
  program.commandsGroup('Signing in:');
  for (const verb of [signIn, signOut, whoami]) verb(program);
  program.commandsGroup('Working with cases:');
  for (const verb of [
    queue,
    show,
    doCommand,
    importCommand,
    matchList,
    pack,
    planCopies,
    plainPlan,
    certificate,
    answer,
    exportVerb,
    report,
  ])
    verb(program);
  program.commandsGroup('With files alone:');
  for (const verb of [instrument, language, disruption]) verb(program);
  program.commandsGroup('For operators, on the database itself:');
  for (const verb of [migrate, found, setPassword, resetCode, demo, doctor, verify]) verb(program);
  program.commandsGroup('For operators, on the ledger that seals history and audit:');
  for (const verb of [makeSealingKey, rotateSealingKey, acceptRestore, exportLedger, prove]) verb(program);
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
    await buildProgram().parseAsync([...argv]);
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
  if (['NOT_MIGRATED', 'SEALING_KEY', 'LEDGER_UPKEEP'].includes(error.code ?? ''))
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
