import type { Problem } from '../problem.js';

const bullet = (words: string) => `  - ${words}`;

/** A problem document as a person reads it: what happened, what is missing, who can supply it, what could be done now. */
export function problemWords(problem: Partial<Problem> & { status?: number }): string[] {
  const lines = [
    `${problem.title ?? 'Refused'}${problem.status ? ` (${problem.status})` : ''}: ${problem.detail ?? ''}`.trim(),
  ];
  const missing = problem.missing ?? [];
  if (missing.length > 0)
    lines.push(
      'What is missing:',
      ...missing.map((one) => bullet(`${one.words} Who can supply it: ${one.who}.`)),
    );
  // What the line above says already is not said again.
  const faults = (problem.errors ?? []).filter(({ detail }) => !problem.detail?.includes(detail));
  if (faults.length > 0)
    lines.push(
      'What is wrong:',
      ...faults.map((one) => bullet(`${one.pointer || 'the whole'}: ${one.detail}`)),
    );
  const available = [
    ...new Set((problem.allowed ?? []).filter((one) => one.available).map((one) => one.command)),
  ];
  if (available.length > 0) lines.push('What would be accepted now:', ...available.map(bullet));
  if (problem.version !== undefined && problem.status === 412)
    lines.push(`It is at version ${problem.version} now.`);
  return lines;
}
