import { type TemplateFinding, tryTemplates } from '@mase/documents';
import { Command } from 'commander';
import { CliError, exitCodes } from './exit-codes.js';
import { outputOf, printResult } from './output.js';

const examples = `
Examples:
  $ mase templates check /etc/mase/templates
  $ mase templates check /etc/mase/templates --json

It needs no database and no account. check ends with 0 where every template prints its example, with 1 where one does
not, with 2 where the folder cannot be read. The api reads the folder that MASE_TEMPLATES names when it starts.`;

interface Options {
  json?: boolean;
}

/** `mase templates`: an area's own templates of documents, tried before the api reads them. */
export function templates(program: Command): void {
  const parent = program
    .command('templates')
    .summary('try an area’s own templates of documents')
    .description('Tries the templates that an area has of its own, in the place of those of the house.')
    .addHelpText('after', examples);
  parent.addCommand(check().copyInheritedSettings(parent));
}

const lineOf = ({ name, fault }: TemplateFinding): string => (fault ? `fault ${fault}` : `sound ${name}`);

function check(): Command {
  return new Command('check')
    .argument('<folder>', 'the folder that MASE_TEMPLATES will name')
    .summary('say of each template whether its example prints, and where it fails')
    .description(
      'Prints the example of each document of the folder with the area’s template, as HTML and as PDF, by the rules that ' +
        'the api starts with. Every template is tried: one fault hides no other.',
    )
    .action(async (folder: string, _options: Options, command: Command) => {
      const output = outputOf(command.optsWithGlobals<Options>());
      const found = await tryTemplates(folder).catch((error: Error) => {
        throw new CliError(exitCodes.usage, `${folder} cannot be read: ${error.message}`);
      });
      const faults = found.filter(({ fault }) => fault !== null);
      const end =
        found.length === 0
          ? `${folder} holds no template: the house’s are used.`
          : `${found.length - faults.length} of ${found.length} are sound.`;
      printResult(output, { folder, sound: faults.length === 0, templates: found }, [
        ...found.map(lineOf),
        end,
      ]);
      if (faults.length > 0) process.exitCode = exitCodes.refused;
    });
}
