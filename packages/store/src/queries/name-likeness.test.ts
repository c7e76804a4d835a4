import { describe, expect, it } from 'vitest';
import { nameLikeness } from './name-likeness.js';

describe('how much a name is like another', () => {
  it('a name is wholly like itself, in any order of its words', () => {
    expect(nameLikeness('wrenna example', 'wrenna example')).toBe(1);
    expect(nameLikeness('example, wrenna', 'wrenna example')).toBe(1);
  });

  it.each([
    ['wrena example', 'wrenna example', 'wren sample'],
    ['rwenna example', 'wrenna example', 'brenda example'],
    ['wrenna exmaple', 'wrenna example', 'wrenna examson'],
    ['wrenna', 'wrenna example', 'wren example'],
    ['wrenna example', 'wrenna example', 'wrenna rose example'],
  ])('%s is more like %s than like %s', (wanted, meant, other) => {
    expect(nameLikeness(wanted, meant)).toBeGreaterThan(nameLikeness(wanted, other));
  });

  it('nothing is like no name at all', () => {
    expect(nameLikeness('-', 'wrenna example')).toBe(0);
  });
});
