import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { print } from './output.js';

/** `mase show TOPIC ID`: one record as you may see it. */
export function show(program: Command): void {
  program
    .command('show')
    .summary('show one record, as you may see it')
    .description(
      'Shows one record as JSON: its state, what was written, its clocks, and what may be done now. The look is recorded, as it is in the web.',
    )
    .argument('<topic>', 'what it is: child-cases, children, sittings …')
    .argument('<id>', 'the id of the record')
    .addHelpText('after', '\nExample:\n  $ mase show child-cases 0198… --json | jq .state')
    .action(async (topic: string, id: string, _options: ApiOptions, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions>();
      if (!/^[a-z][a-z0-9-]*$/.test(topic)) throw wrongUsage('A topic looks like child-cases.');
      const view = (await (
        await askAs(signedIn(options), `/api/v1/${topic}/${encodeURIComponent(id)}`)
      ).json()) as object;
      print(options.json ? JSON.stringify(view) : JSON.stringify(view, null, 2));
    });
}
