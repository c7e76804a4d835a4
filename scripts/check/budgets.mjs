import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { filesUnder, packageFolders } from '../bootstrap/stamp.mjs';

const LIMITS = { median: 50, ninety: 150, source: 300, test: 400, depth: 4 };
const NAMELESS = new Set(['common', 'lib', 'utils', 'shared', 'core', 'helpers', 'misc']);
const CODE = new Set(['.ts', '.mjs', '.cjs', '.js']);
const TEXT = new Set([...CODE, '.hbs', '.css', '.sql', '.sh']);
const GENERATED = /^\s*(\/\/|\/\*|#).*\bgenerated\b/i;
const UNFINISHED = new RegExp(
  `\\b(${['TO', 'FIX'].map((start, i) => start + ['DO', 'ME'][i]).join('|')})\\b`,
);
const isTest = (path) => /\.test\.ts$/.test(path);

/** Measures the sources of all packages, the launcher and the benchmarks against the house's budgets; `hard` must be empty, `soft` is advice. */
export function measureBudgets(root = ROOT) {
  const owners = [
    ...packageFolders(root).map((folder) => join(folder, 'src')),
    join(root, 'scripts'),
    join(root, 'bench'),
  ];
  const files = owners.flatMap((owner) =>
    filesUnder(owner, (path) => TEXT.has(extname(path))).map((path) => describe(root, owner, path)),
  );
  const written = files.filter(({ generated }) => !generated);
  const lengths = written
    .filter(({ code, test }) => code && !test)
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  const [median, ninety] = [at(0.5), at(0.9)];
  const hard = written.flatMap(faults);
  const soft = [
    ...(median > LIMITS.median * 1.2
      ? [`the median source file has ${median} lines, not about ${LIMITS.median}`]
      : []),
    ...(ninety > LIMITS.ninety
      ? [`nine in ten source files have up to ${ninety} lines, not ${LIMITS.ninety}`]
      : []),
  ];
  return { files: written.length, median, ninety, longest: lengths.at(-1) ?? 0, hard, soft };
}

function describe(root, owner, path) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  // A package's depth counts from its root, the launcher's from its own folder.
  const base = basename(owner) === 'src' ? dirname(owner) : owner;
  return {
    name: relative(root, path),
    folders: relative(base, dirname(path)).split('/').filter(Boolean),
    lines: lines.length - (lines.at(-1) === '' ? 1 : 0),
    code: CODE.has(extname(path)),
    test: isTest(path),
    generated: GENERATED.test(lines[0] ?? ''),
    unfinished: lines.findIndex((line) => UNFINISHED.test(line)) + 1,
  };
}

function faults({ name, folders, lines, code, test, unfinished }) {
  const limit = test ? LIMITS.test : LIMITS.source;
  const nameless = folders.find((folder) => NAMELESS.has(folder));
  return [
    code && lines > limit && `${name} has ${lines} lines; the limit is ${limit}`,
    folders.length > LIMITS.depth &&
      `${name} lies ${folders.length} folders deep; the limit is ${LIMITS.depth}`,
    nameless && `${name} lies in a folder named ${nameless}, which is a missing name`,
    unfinished && `${name}:${unfinished} says that something is left to do`,
  ].filter(Boolean);
}

/** Prints the figures and the offenders; gives whether the hard limits hold. */
export function checkBudgets() {
  const { files, median, ninety, longest, hard, soft } = measureBudgets();
  for (const line of hard) process.stdout.write(`over the limit: ${line}\n`);
  for (const line of soft) process.stdout.write(`over budget: ${line}\n`);
  process.stdout.write(
    `${files} files; source lines: median ${median}, nine in ten up to ${ninety}, longest ${longest}\n`,
  );
  return hard.length === 0;
}
