import { checkProfileFile, compareProfiles, profileValueWords, shippedProfiles } from '@mase/workflow';
import { Command } from 'commander';
import { uuidv7 } from 'uuidv7';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { exitCodes } from './exit-codes.js';
import { outputOf, print, printResult, table } from './output.js';
import { readInput } from './read-input.js';
import { faultLine } from './sound-instrument.js';
import { profileOf, soundProfile } from './sound-profile.js';

const examples = `
Examples:
  $ mase profile list
  $ mase profile show england > ours.json
  $ mase profile check ours.json
  $ mase profile compare england ours.json
  $ mase profile propose ours.json --reason 'Fewer managers since April'

The first four need no database and no account, but for the profile in force (in-force), which the api is asked for. check
ends with 0 where the file is sound and with 1 where it has faults, each told as FILE:LINE:COLUMN, the part that it is
about, and why; with 2 where the file cannot be read. propose needs an administrator who is signed in; a second person decides.`;

type Options = ApiOptions & { json?: boolean };

/** `mase profile`: the rules of an area as files: list, show, check, compare, propose. */
export function profile(program: Command): void {
  const parent = program
    .command('profile')
    .summary('work with the profile of an area: list, show, check, compare, propose')
    .description(
      'Works with profiles: the numbers and names by which an area works, as data files. Only propose changes something, ' +
        'and it waits for a second person.',
    )
    .addHelpText('after', examples);
  for (const verb of [list(), showOne(), check(), compare(), propose()])
    parent.addCommand(verb.copyInheritedSettings(parent));
}

function list(): Command {
  return new Command('list')
    .summary('the shipped profiles')
    .description('Lists the profiles that are shipped with the product.')
    .action((_options: Options, command: Command) => {
      const lines = shippedProfiles.map(({ id, name, effectiveFrom }) => ({ id, name, effectiveFrom }));
      printResult(
        outputOf(command.optsWithGlobals<Options>()),
        { profiles: lines },
        table([['ID', 'NAME'], ...lines.map(({ id, name }) => [id, name])]),
      );
    });
}

function showOne(): Command {
  return new Command('show')
    .argument('[profile]', 'the id of a shipped profile, in-force, or a file', 'in-force')
    .summary('print a profile whole, as a file of one’s own begins')
    .description('Prints a profile as JSON: the one in force where none is named.')
    .action(async (name: string, _options: Options, command: Command) => {
      print(JSON.stringify(await profileOf(name, command.optsWithGlobals<Options>()), null, 2));
    });
}

function check(): Command {
  return new Command('check')
    .argument('<file>', 'the file of the profile, or - for standard input')
    .summary('tell every fault of a profile, with its line')
    .description(
      'Checks a profile: how its JSON is written, what each part must be, and what the parts must be to each other. ' +
        'Every fault is told in one run.',
    )
    .action(async (file: string, _options: Options, command: Command) => {
      const { profile: sound, faults } = checkProfileFile(await readInput(file));
      const many = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`;
      printResult(
        outputOf(command.optsWithGlobals<Options>()),
        { file, sound: sound !== null, faults },
        sound
          ? [`${file} is sound: “${sound.name}”, ${sound.id}, from ${sound.effectiveFrom}.`]
          : [...faults.map((fault) => faultLine(file, fault)), many],
      );
      if (!sound) process.exitCode = exitCodes.refused;
    });
}

function compare(): Command {
  return new Command('compare')
    .argument('<one>', 'the id of a shipped profile, in-force, or a file')
    .argument('<other>', 'what it is compared with, named the same way')
    .summary('where two profiles say something else')
    .description('Prints every place at which two profiles differ; ends with 0 whether they do or not.')
    .action(async (one: string, other: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const differences = compareProfiles(await profileOf(one, options), await profileOf(other, options));
      const rows = differences.map((line) => [
        line.where,
        profileValueWords(line.one) || '-',
        profileValueWords(line.other) || '-',
      ]);
      printResult(
        outputOf(options),
        { one, other, differences },
        rows.length > 0 ? table([['RULE', one, other], ...rows]) : ['The two say the same.'],
      );
    });
}

function propose(): Command {
  return new Command('propose')
    .argument('<file>', 'the file of the profile, or - for standard input')
    .summary('propose a profile for the area; a second person decides')
    .description(
      'Checks a profile and proposes it for the area from the day that it says. An administrator proposes; a senior ' +
        'manager, the chair or the Caldicott guardian decides. Running clocks keep the rule they started with.',
    )
    .requiredOption('--reason <words>', 'why')
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options & { reason: string }>();
      const text = await readInput(file);
      const sound = await soundProfile(file, text);
      const answer = await askAs(signedIn(options), '/api/v1/profile-changes/propose-change', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7() },
        body: JSON.stringify({ file: text, reason: options.reason }),
      });
      const { id } = (await answer.json()) as { id: string };
      printResult(outputOf(options), { id, profile: sound.id, from: sound.effectiveFrom }, [
        `Proposed: “${sound.name}”, from ${sound.effectiveFrom}.`,
        `  change   ${id}`,
        'It holds once a second person has approved it:',
        `  mase do profile-changes approve-change ${id}`,
      ]);
    });
}
