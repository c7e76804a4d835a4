import { expect, it } from 'vitest';
import { shortened } from './shortened.js';

it.each([
  ['short', 10, 'short'],
  ['longer than that', 6, 'longer'],
  ['a😀😀', 2, 'a'],
  ['a😀😀', 3, 'a😀'],
  ['😀', 2, '😀'],
])('%s in %i is %s', (text, length, words) => {
  expect(shortened(text, length)).toBe(words);
});
