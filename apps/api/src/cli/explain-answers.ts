import {
  type AssessmentResult,
  assess,
  type ExplanationNode,
  englandProfile,
  explanationText,
  findInstrument,
  type Instrument,
  instrumentInForce,
  readAnswersFile,
  validateAnswers,
} from '@mase/workflow';
import { Command } from 'commander';
import { CliError, exitCodes, wrongUsage } from './exit-codes.js';
import { print } from './output.js';
import { readInput } from './read-input.js';
import { soundInstrument } from './sound-instrument.js';

interface Options {
  instrument?: string;
  previous?: string;
  json?: boolean;
}

const examples = `
The answers are a file such as:
  {"instrument": "scored-sections", "on": "2026-11-22",
   "about": {"ageYears": 14, "learningDisability": false},
   "answers": [{"code": "away-overnight", "answer": "yes",
                "evidence": {"source": "Police", "date": "2026-11-02"}}],
   "levels": [], "protective": [], "narratives": [{"domain": "what-stands-behind", "text": "…"}]}

With --json the explanation is canonical JSON: the same answers give the same bytes, everywhere and always.`;

/** `mase instrument explain`: what an instrument suggests for answers in a file, and how it came about. */
export function explainAnswers(): Command {
  return new Command('explain')
    .argument('<answers>', 'the answers, as a file or - for standard input')
    .summary('say what an instrument suggests for answers in a file, and how it came about')
    .description(
      'Computes what an instrument suggests for answers in a file, with the floors of England, and sets out how it ' +
        'came about. For trying an instrument before it is used; nothing is recorded.',
    )
    .option(
      '--instrument <file>',
      'an instrument file (otherwise one that comes with the product, by its id)',
    )
    .option('--previous <answers>', 'earlier answers, to say what differs from them')
    .addHelpText('after', examples)
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const own = options.instrument ? await soundInstrument(options.instrument) : null;
      const result = await resultOf(file, own);
      const previous = options.previous ? await resultOf(options.previous, own) : null;
      if (options.json) print(explanationText(result, previous));
      else for (const line of linesOf(result.explanation, 0)) print(line);
    });
}

async function resultOf(file: string, own: Instrument | null): Promise<AssessmentResult> {
  const { faults: unread, answers } = readAnswersFile(await readInput(file));
  if (!answers) throw refused(file, unread);
  const { instrument: id, version, ...input } = answers;
  const shipped =
    version === undefined
      ? instrumentInForce(englandProfile, id, input.on)
      : findInstrument(englandProfile, id, version);
  const instrument = own ?? shipped;
  if (!instrument)
    throw wrongUsage(`No instrument ${id} is in force on ${input.on}; see mase instrument list.`);
  const faults = validateAnswers(instrument, input, input.on);
  if (faults.length > 0) throw refused(file, faults);
  return assess(instrument, englandProfile.floors, input);
}

function refused(file: string, faults: { pointer: string; reason: string }[]): CliError {
  const lines = faults.map(({ pointer, reason }) => `${file} ${pointer} ${reason}`);
  return new CliError(exitCodes.refused, lines.join('\n'), { faults });
}

const silent = new Set<string | number>(['not answered', 'no', 'narrative']);

function linesOf(node: ExplanationNode, depth: number): string[] {
  const { label, value, weight, leads, steps = [], children = [] } = node;
  const below = children.flatMap((child) => linesOf(child, depth + 1));
  if (silent.has(value) && below.length === 0) return [];
  const adds = weight === undefined ? '' : `, adds ${weight}`;
  const indent = '  '.repeat(depth);
  return [
    `${indent}${label}: ${value}${adds}${leads && leads !== value ? ` – leads to ${leads}` : ''}`,
    ...steps.map((step) => {
      const part = step.weight === undefined ? '' : `, adds ${step.weight}`;
      return `${indent}    ${step.label}: ${step.value}${part}`;
    }),
    ...below,
  ];
}
