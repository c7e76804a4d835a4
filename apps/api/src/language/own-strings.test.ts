import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLanguage, lexiconOn } from '@mase/workflow';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const lexicon = lexiconOn('2026-11-20');
const ours = ['README.md', 'CONTRIBUTING.md', 'docs', 'packages', 'apps', 'bench', 'scripts'];
/** Not ours to word: what others publish, what is built, what tests say on purpose, and the lexicon itself. */
const passedOver =
  /(^|\/)(node_modules|dist|\.turbo|\.vite-temp|examples|openapi\.json|lexicon-\d+\.json)(\/|$)|\.test\.ts$/;
const read = /\.(ts|js|mjs|json|hbs|md|css)$/;

/** Where a term is said on purpose, and why. */
const meant: { [place: string]: string } = {
  'packages/documents/src/statements.ts: putting-self-at-risk': 'It says what is not to be said.',
  'packages/documents/src/statements.ts: not-engaging': 'It says what is not to be said.',
  'packages/workflow/src/profile/england.json: associating':
    'The code of a heading; its label says otherwise.',
  'docs/data-protection.md: not-engaging': 'An article of a law is not engaged; nobody is spoken of.',
};

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (passedOver.test(relative(root, path).replaceAll(sep, '/'))) continue;
    if (entry.isDirectory()) yield* filesIn(path);
    else if (read.test(entry.name)) yield path;
  }
}

/** Straight marks belong to the code around a string: typographic ones alone quote in what people read. */
const withoutMarksOfCode = (text: string) => text.replace(/(?<!\p{L})["'`]|["'`](?!\p{L})/gu, ' ');

function termsOf(path: string): string[] {
  const place = relative(root, path).replaceAll(sep, '/');
  return checkLanguage(withoutMarksOfCode(readFileSync(path, 'utf8')), lexicon)
    .filter(({ weight, quoted }) => weight === 'avoid' && !quoted)
    .map(({ term, text, line }) => `${place}: ${term} (line ${line}: ${text})`);
}

const files = ours.flatMap((one) => (read.test(one) ? [join(root, one)] : [...filesIn(join(root, one))]));
const found = files.flatMap(termsOf);

describe('what this product says of children itself', () => {
  it('holds to its own lexicon, in labels, pages, templates, instruments and documents', () => {
    expect(files.length).toBeGreaterThan(800);
    const known = Object.keys(meant);
    expect(found.filter((one) => !known.some((place) => one.startsWith(`${place} `)))).toEqual([]);
  });

  it('says nothing on purpose that it does not say', () => {
    for (const place of Object.keys(meant))
      expect(
        found.some((one) => one.startsWith(`${place} `)),
        place,
      ).toBe(true);
  });

  it('would be found out', () => {
    const said = withoutMarksOfCode("label: 'Child prostitute', hint: 'It is never “not engaging”.'");
    expect(checkLanguage(said, lexicon).filter(({ quoted }) => !quoted)).toHaveLength(1);
  });
});
