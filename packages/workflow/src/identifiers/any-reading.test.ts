import { describe, expect, it } from 'vitest';
import { readReference } from '../reference.js';
import { termsOfText } from './any-reading.js';

const terms = (text: string) => termsOfText(text, '2026-11-22').map(({ kind, term }) => `${kind} ${term}`);

describe('what somebody typed into one box', () => {
  it.each([
    ['07700 900123', 'phone +447700900123'],
    ['zz12 abc', 'vehicle ZZ12ABC'],
    ['943 476 5919', 'nhsNumber 9434765919'],
    ['@Made_Up', 'handleAnywhere made_up'],
    ['Made-Up Mick', 'nickname made up mick'],
    ['12 Made-up Rd, ZZ1 1ZZ', 'houseAtPostcode 12 ZZ1 1ZZ'],
    ['somebody@example.com', 'email somebody@example.com'],
    ['L-77', 'localId L-77'],
  ])('%s is sought as %s', (text, term) => {
    expect(terms(text)).toContain(term);
  });

  it('a number that does not check is sought as no NHS number', () => {
    expect(terms('943 476 5918').some((one) => one.startsWith('nhsNumber'))).toBe(false);
  });

  it('a reference is read without its strokes, in small letters, with O for 0 and I or L for 1', () => {
    expect(readReference('c0a1b2 c3d4e')).toBe('C-0A1B2-C3D4E');
    expect(readReference(' P-OAIB2-C3D4L ')).toBe('P-0A1B2-C3D41');
    expect(readReference('Coaib Example')).toBeNull();
  });
});
