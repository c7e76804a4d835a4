import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardApostrophes, withoutFormulaGuard } from './formula-text.js';

test('one apostrophe before a formula is taken off, and no other', () => {
  expect(["'=1", "''=1", "'abc", "'", '=1', ''].map(withoutFormulaGuard)).toEqual([
    '=1',
    "'=1",
    "'abc",
    "'",
    '=1',
    '',
  ]);
});

test('a text that only looks guarded comes back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') }), (text) => {
      const startsLikeAFormula = /^[=+\-@\t]/.test(text);
      expect(withoutFormulaGuard(startsLikeAFormula ? `'${text}` : guardApostrophes(text))).toBe(text);
    }),
  );
});
