import { describe, expect, it } from 'vitest';
import { sayingIn } from './said.js';

const words: Record<string, string> = {
  Overdue: 'Hwyr',
  'Sign out': 'Allgofnodi',
  'Plan and review': 'Cynllun ac adolygiad',
  Plan: 'Cynllun',
  'Due {0}': 'Erbyn {0}',
  '{0} of {1} children.': 'O {1} o blant: {0}.',
  'in {0} working days': 'ymhen {0} diwrnod gwaith',
  Thursday: 'dydd Iau',
  November: 'Tachwedd',
  workers: 'gweithiwr',
  and: 'a',
};
const say = sayingIn(Object.keys(words), (text) => words[text] ?? null);
const said = (text: string, ...written: string[]) => say(text, (one) => written.includes(one));

describe('a text that code has put together', () => {
  it.each([
    ['Overdue', 'Hwyr'],
    ['overdue', 'hwyr'],
    ['Overdue.', 'Hwyr.'],
    ['Plan and review, Overdue', 'Cynllun ac adolygiad, Hwyr'],
    ['Plan, Overdue and Sign out', 'Cynllun, Hwyr a Allgofnodi'],
    ['3 of 7 children.', 'O 7 o blant: 3.'],
    ['2 workers', '2 gweithiwr'],
    [
      'Due Thursday 26 November 2026 (in 3 working days)',
      'Erbyn dydd Iau 26 Tachwedd 2026 (ymhen 3 diwrnod gwaith)',
    ],
    ['Nothing of this is there', 'Nothing of this is there'],
    ['', ''],
  ])('“%s” is said as “%s”', (english, other) => {
    expect(said(english)).toBe(other);
  });

  it('leaves what somebody wrote as it was written, alone, as a value and in a list', () => {
    expect(said('Sign out', 'Sign out')).toBe('Sign out');
    expect(said('Due Overdue', 'Overdue')).toBe('Erbyn Overdue');
    expect(said('Plan, Overdue', 'Overdue')).toBe('Cynllun, Overdue');
  });

  it('takes no time to speak of for a long text, however many patterns there are', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `{0} a${index} {1} and {2}`);
    const slow = sayingIn(many, (text) => text);
    const begun = performance.now();
    slow('a1 and a2, a3 and a4; a5 of a6 (a7 and a8). '.repeat(40), () => false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
