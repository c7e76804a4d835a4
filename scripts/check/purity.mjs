import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { filesUnder } from '../bootstrap/stamp.mjs';

const IMPURE = [
  [/\bDate\s*\.\s*now\b/, 'reads the clock'],
  [/\bnew\s+Date\s*(\(\s*\)|(?=[;,)\]}]|$))/m, 'reads the clock'],
  [/(?<![\w.$]|\bnew\s+)Date\s*\(/, 'reads the clock'],
  [/\bTemporal\s*\.\s*Now\b/, 'reads the clock'],
  [/(?<![\w.$])performance\s*\./, 'reads the clock'],
  [/\bMath\s*\.\s*random\b/, 'is random'],
  [/(?<![\w.$])crypto\s*\./, 'is random'],
  [/(?<![\w.$])process\s*(\.|\[|\?\.)/, 'reads the process'],
  [/\bglobalThis\b/, 'reaches for the surroundings'],
  [/(?<![\w.$])fetch\s*\(/, 'speaks to the network'],
  [/(?<![\w.$])(setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/, 'waits'],
  [/(?<![\w.$])console\s*\./, 'writes to the terminal'],
  [/(?<![\w.$])require\s*\(/, 'loads at run time'],
  [/\bimport\s*\(/, 'loads at run time'],
  [/\bimport\s*\.\s*meta\b/, 'knows where it lies'],
  [/(from|import)\s*['"]node:/, 'uses a Node builtin'],
];

/** Every place in workflow sources under `folder` (tests apart) that needs a clock, chance, the process, a network or a Node builtin, as {file, line, why}. */
export function findImpure(folder = join(ROOT, 'packages/workflow/src')) {
  const files = filesUnder(folder, (path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path));
  const found = files.flatMap((file) =>
    impureLines(readFileSync(file, 'utf8')).map((place) => ({ file: relative(folder, file), ...place })),
  );
  return { files: files.length, found };
}

/** The impure lines of one source text, numbered from 1; what stands in comments and strings does not count. */
export function impureLines(text) {
  const code = blankCommentsAndStrings(text);
  return IMPURE.flatMap(([pattern, why]) =>
    [...code.matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(({ index }) => ({
      line: code.slice(0, index).split('\n').length,
      why,
    })),
  ).sort((a, b) => a.line - b.line);
}

// Module names stay, so that builtins are seen; a template's expressions stay, since they are code.
function blankCommentsAndStrings(text) {
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  const pieces =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:(?:from|import)\s*)?(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|`(?:\\.|[^`\\])*`/g;
  return text.replace(pieces, (piece) => {
    if (/^(from|import)/.test(piece)) return piece;
    if (/^['"]/.test(piece)) return piece.replace(/[^\n'"]/g, '_');
    if (!piece.startsWith('`')) return blank(piece);
    return piece
      .split(/(\$\{[^}]*\})/)
      .map((part) => (part.startsWith('${') ? part : blank(part)))
      .join('');
  });
}

/** Prints the impure places of the workflow; gives whether there are none. */
export function checkPurity() {
  const { files, found } = findImpure();
  for (const { file, line, why } of found)
    process.stdout.write(`packages/workflow/src/${file}:${line} ${why}\n`);
  process.stdout.write(`${files} workflow files, ${found.length} impure places\n`);
  return files > 0 && found.length === 0;
}
