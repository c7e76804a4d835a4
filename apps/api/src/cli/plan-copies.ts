import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, print, table } from './output.js';

interface Copy {
  id: string;
  part: string;
  recipientName: string;
  plan: number;
  state: string;
  issuedAt: string;
}

const headings = ['Part', 'For', 'Version', 'State', 'Given', 'Id'];

const columns = ({ part, recipientName, plan, state, issuedAt, id }: Copy): string[] => [
  part,
  recipientName,
  String(plan),
  state,
  issuedAt.slice(0, 10),
  id,
];

/** `mase plan-copies CASE`: who has which copy of a plan, with the id by which `plain-plan` and `do plan-copies` name it. */
export function planCopies(program: Command): void {
  program
    .command('plan-copies')
    .summary('list the copies of a plan, with their ids')
    .description('Lists the copies of the plan of a case as you may see them. With --json one line a copy.')
    .argument('<case>', 'the id of the case, as queue prints it')
    .addHelpText('after', '\nExample:\n  $ mase plan-copies 0198…\n  $ mase plain-plan 0199… --out plan.pdf')
    .action(async (caseId: string, _options: ApiOptions, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions>();
      const path = `/api/v1/child-cases/${encodeURIComponent(caseId)}/plan`;
      const { copies } = (await (await askAs(signedIn(options), path)).json()) as { copies: Copy[] };
      const output = outputOf(options);
      if (output.json) for (const copy of copies) print(JSON.stringify(copy));
      else if (copies.length === 0) print('Nobody has a copy of this plan.');
      else for (const line of table([headings, ...copies.map(columns)])) print(line);
    });
}
