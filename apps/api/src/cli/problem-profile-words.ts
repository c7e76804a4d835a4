import type { ProblemProfile } from '@mase/workflow';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { wrongUsage } from './exit-codes.js';
import { outputOf, print, printResult, table } from './output.js';
import { writeFile } from './write-file.js';

const address = '/api/v1/problem-profile';

/** `mase report problem-profile --year …`: prints it, or writes its document. */
export async function problemProfileReport(
  options: ApiOptions & { year?: string; html?: string; pdf?: string; outside?: boolean },
): Promise<void> {
  const { year, html, pdf, outside } = options;
  if (!year) throw wrongUsage('Say which year: --year 2026, or --year 2025-26 from April to March.');
  const output = outputOf(options);
  if (html && pdf) throw wrongUsage('Say one of --html and --pdf.');
  const out = html ?? pdf;
  const query = new URLSearchParams({ year, ...(outside ? { for: 'outside' } : {}) });
  if (out === undefined) {
    const found = (await (await askAs(signedIn(options), `${address}?${query}`)).json()) as ProblemProfile;
    if (output.json) print(JSON.stringify(found));
    else for (const line of profileWords(found)) print(line);
    return;
  }
  query.set('format', html ? 'html' : 'pdf');
  await writeFile(await askAs(signedIn(options), `${address}/document?${query}`), out);
  printResult(output, { out }, [`${out} written.`]);
}

const number = (n: number | null): string => (n === null ? 'kept back' : n.toLocaleString('en-GB'));

function profileWords({ year, from, to, sections, notHeld, definitions }: ProblemProfile): string[] {
  return [
    `Problem profile ${year}: ${from} to ${to}`,
    ...sections.flatMap(({ title, tables, shares }) => [
      '',
      title.toUpperCase(),
      ...tables.flatMap(({ name, lines, total, addsUp }) =>
        table([
          [name, ''],
          ...lines.map(({ label, n }) => [`  ${label}`, number(n)]),
          ...(addsUp ? [['  All', number(total)]] : []),
        ]),
      ),
      ...table(
        shares.map(({ name, n, of, percent }) => [
          name,
          n === null ? 'kept back' : `${percent ?? '–'}% (${number(n)} of ${number(of)})`,
        ]),
      ),
    ]),
    '',
    'What these records do not hold:',
    ...notHeld.map((one) => `  ${one}`),
    ...definitions,
  ];
}
