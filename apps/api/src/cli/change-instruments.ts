import { Command } from 'commander';
import { uuidv7 } from 'uuidv7';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';
import { soundInstrument } from './sound-instrument.js';

type Options = ApiOptions & { reason: string; from: string; ofVersion?: string };

const waits = (id: string) => [
  `  change   ${id}`,
  'It holds once another person has approved it: a senior manager, the chair or the Caldicott guardian.',
  `  mase do instrument-changes approve-change ${id}`,
];

async function propose(options: Options, body: object): Promise<{ id: string }> {
  const answer = await askAs(signedIn(options), '/api/v1/instrument-changes/propose-change', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7() },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { id: string };
}

/** `mase instrument add FILE`: proposes that a running area uses an instrument of its own, or a licensed one. */
export function addInstrument(): Command {
  return new Command('add')
    .argument('<file>', 'the instrument file, or - for standard input')
    .summary('propose that the area uses an instrument; a second person approves it')
    .description(
      'Checks an instrument file and proposes that the area uses it, from the day that the file says. An administrator ' +
        'proposes; a second person approves. A version that is there already is never changed.',
    )
    .requiredOption('--reason <words>', 'why, and under which licence')
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const text = await readInput(file);
      const sound = await soundInstrument(file, text);
      const { id } = await propose(options, { change: 'add', file: text, reason: options.reason });
      printResult(outputOf(options), { id, instrument: sound.id, version: sound.version }, [
        `Proposed: “${sound.title}”, ${sound.id} version ${sound.version}, from ${sound.effectiveFrom}.`,
        ...waits(id),
      ]);
    });
}

/** `mase instrument retire ID`: proposes that the area no longer offers an instrument from a day on. */
export function retireInstrument(): Command {
  return new Command('retire')
    .argument('<id>', 'the instrument, such as domain-levels')
    .summary('propose that the area no longer offers an instrument; a second person approves it')
    .description(
      'Proposes that an instrument is no longer offered from a day on. What was assessed with it is read and computed ' +
        'again under its version for ever.',
    )
    .requiredOption('--from <day>', 'the first day on which it is not offered, such as 2027-04-01')
    .requiredOption('--reason <words>', 'why')
    .option('--of-version <number>', 'one version alone (otherwise all)')
    .action(async (instrument: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { from, reason } = options;
      const version = options.ofVersion === undefined ? {} : { version: Number(options.ofVersion) };
      const { id } = await propose(options, { change: 'retire', instrument, from, reason, ...version });
      printResult(outputOf(options), { id, instrument, from }, [
        `Proposed: ${instrument} is not offered from ${from} on.`,
        ...waits(id),
      ]);
    });
}
