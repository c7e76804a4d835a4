import type { Command } from 'commander';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { outputOf, print, table } from './output.js';

interface Item {
  due: string;
  step: string;
  label: string;
  overdue: boolean;
  title: string;
  reference: string | null;
  grade: string | null;
  recordId: string;
  kind: string;
}

/** `mase queue`: what waits for you, soonest first. */
export function queue(program: Command): void {
  program
    .command('queue')
    .summary('list what waits for you, soonest first')
    .description('Lists what waits for you, soonest first. With --json one line an item.')
    .option('--limit <n>', 'at most so many, up to 100', '50')
    .action(async (_options: ApiOptions, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions & { limit: string }>();
      const path = `/api/v1/work-queue?limit=${encodeURIComponent(options.limit)}`;
      const { items } = (await (await askAs(signedIn(options), path)).json()) as { items: Item[] };
      const output = outputOf(options);
      if (output.json) for (const item of items) print(JSON.stringify(item));
      else if (items.length === 0) print('Nothing waits for you.');
      else for (const line of table([headings, ...items.map(columns)])) print(line);
    });
}

const headings = ['Due', 'Step', 'Name', 'Reference', 'Grade', 'Kind', 'Id'];

function columns({ due, overdue, label, title, reference, grade, kind, recordId }: Item): string[] {
  return [
    `${due.slice(0, 10)}${overdue ? ' (overdue)' : ''}`,
    label,
    title,
    reference ?? '',
    grade ?? '',
    kind,
    recordId,
  ];
}
