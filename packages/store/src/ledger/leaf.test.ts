import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, canonicalTextWith } from './leaf.js';

describe('canonical text', () => {
  it('is the same whether a value was made canonical before or with the rest', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (value, standing) => {
        const whole = canonicalText({ ...value, standing });
        expect(canonicalTextWith(value, { standing: canonicalText(standing) })).toBe(whole);
      }),
    );
  });

  it('leaves out what is not there', () => {
    expect(canonicalTextWith({ b: 1, a: undefined }, { c: '2' })).toBe('{"b":1,"c":2}');
  });
});
