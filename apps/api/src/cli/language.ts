import { checkLanguage, type LanguageFinding, lexiconOn } from '@mase/workflow';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.js';
import { outputOf, printResult } from './output.js';
import { readInput } from './read-input.js';

const examples = `
Examples:
  $ mase language check minutes.txt
  $ mase language check - --json < letter.txt

Ends with 0 where nothing is to be said otherwise, and with 1 where something is. Quoted words, and terms about which
people of the field differ, are listed and count as nothing.`;

/** `mase language check`: what could be said otherwise in a text. It is checked here: nothing is sent or kept. */
export function language(program: Command): void {
  const verb = program.command('language').summary('check the words of a text about children');
  verb
    .command('check')
    .summary('point out words that harm or blame a child, and what could be said')
    .description(
      'Points out words that harm or blame a child, each with its line, why, and what could be said in its place. ' +
        'The text is checked on this machine; nothing is sent or kept, and nobody need be signed in.',
    )
    .argument('<file>', 'the text; - for standard input')
    .option('--own-words', 'the whole text is somebody’s own words')
    .addHelpText('after', examples)
    .action(async (file: string, _options: object, command: Command) => {
      const options = command.optsWithGlobals<{ json?: boolean; ownWords?: boolean }>();
      const text = await readInput(file);
      const lexicon = lexiconOn(new Date().toISOString().slice(0, 10));
      const findings = checkLanguage(text, lexicon, { ownWords: options.ownWords ?? false });
      const asked = findings.filter(({ quoted, weight }) => !quoted && weight === 'avoid');
      const used = { id: lexicon.id, version: lexicon.version };
      const count = `${asked.length} to say otherwise, ${findings.length - asked.length} quoted or contested.`;
      printResult(outputOf(options), { lexicon: used, findings, found: findings.length }, [
        ...findings.flatMap((finding) => wordsOf(finding, text)),
        findings.length === 0 ? 'Nothing to say otherwise.' : count,
      ]);
      if (asked.length > 0) process.exitCode = exitCodes.refused;
    });
}

function wordsOf({ line, offset, label, why, say, quoted, weight }: LanguageFinding, text: string): string[] {
  const column = offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const mark = quoted ? ' (quoted)' : weight === 'contested' ? ' (contested)' : '';
  return [`${line}:${column}  ${label}${mark}`, `  ${why}`, `  Say: ${say.join('; or ')}`];
}
