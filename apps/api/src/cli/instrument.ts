import { instrumentSchema, isInForce, shippedInstruments } from '@mase/workflow';
import { Command } from 'commander';
import { addInstrument, retireInstrument } from './change-instruments.js';
import { exitCodes } from './exit-codes.js';
import { explainAnswers } from './explain-answers.js';
import { outputOf, print, printResult, table } from './output.js';
import { checkedInstrument, faultLine, today } from './sound-instrument.js';

const examples = `
Examples:
  $ mase instrument check our-tool.json
  $ mase instrument schema > instrument.schema.json
  $ mase instrument explain answers.json --instrument our-tool.json
  $ mase instrument add our-tool.json --reason 'Licensed since April'

The first three need no database and no account; add needs an administrator who is signed in. check ends with 0 where the file is sound and with 1 where it has
faults, each told as FILE:LINE:COLUMN, the part that it is about, and why; with 2 where the file cannot be read.`;

interface Options {
  json?: boolean;
}

/** `mase instrument`: risk assessment instruments as files: check, list, schema, explain. */
export function instrument(program: Command): void {
  const parent = program
    .command('instrument')
    .summary('work with instruments for risk assessment: check, list, schema, explain, add, retire')
    .description(
      'Works with instruments for risk assessment, which are data files. Only add and retire speak to the api, and both wait for a second person.',
    )
    .addHelpText('after', examples);
  for (const verb of [check(), list(), schema(), explainAnswers(), addInstrument(), retireInstrument()])
    parent.addCommand(verb.copyInheritedSettings(parent));
}

function check(): Command {
  return new Command('check')
    .argument('<file>', 'the instrument file, or - for standard input')
    .summary('tell every fault of an instrument file, with its line')
    .description(
      'Checks an instrument file: how its JSON is written, what each part must be, and what the parts must be to each ' +
        'other. Every fault is told in one run. Words that are better said otherwise are noted and are no fault: a ' +
        'licensed wording may not be changed.',
    )
    .action(async (file: string, _options: Options, command: Command) => {
      const output = outputOf(command.optsWithGlobals<Options>());
      const { instrument: sound, faults, wording } = await checkedInstrument(file);
      const well = sound && `${file} is sound: “${sound.title}”, ${sound.id} version ${sound.version}.`;
      const lines = faults.map((fault) => faultLine(file, fault));
      const many = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`;
      const notes = wording.map((one) => `note ${faultLine(file, one)}`);
      printResult(output, { file, sound: faults.length === 0, faults, wording }, [
        ...(well ? [well] : [...lines, many]),
        ...notes,
      ]);
      if (faults.length > 0) process.exitCode = exitCodes.refused;
    });
}

function list(): Command {
  return new Command('list')
    .summary('list the instruments that come with the product, every version')
    .description(
      'Lists the instruments that come with the product and whether each version is in force today.',
    )
    .action((_options: Options, command: Command) => {
      const all = shippedInstruments.map((one) => ({
        id: one.id,
        version: one.version,
        purpose: one.purpose,
        inForce: isInForce(one, today()),
        effectiveFrom: one.effectiveFrom,
        effectiveTo: one.effectiveTo,
        title: one.title,
        licence: one.licence,
      }));
      const rows = all.map((one) => [
        one.id,
        String(one.version),
        one.purpose,
        `${one.effectiveFrom} to ${one.effectiveTo ?? 'further notice'}`,
        one.title,
      ]);
      printResult(
        outputOf(command.optsWithGlobals<Options>()),
        { instruments: all },
        table([['Id', 'Version', 'For', 'In force', 'Title'], ...rows]),
      );
    });
}

function schema(): Command {
  return new Command('schema')
    .summary('print the JSON schema of instrument files')
    .description('Prints the JSON schema of instrument files, for an editor or another program.')
    .action(() => print(JSON.stringify(instrumentSchema, null, 2)));
}
