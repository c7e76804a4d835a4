import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../bootstrap/paths.mjs';

/** The requirements of ASVS 5.0.0 at levels 1 and 2, section by section; numbers that are left out are of level 3. */
const sections: { [section: string]: string } = {
  '1.1': '1-2',
  '1.2': '1-9',
  '1.3': '1-11',
  '1.4': '1-3',
  '1.5': '1-2',
  '2.1': '1-3',
  '2.2': '1-3',
  '2.3': '1-4',
  '2.4': '1',
  '3.2': '1-2',
  '3.3': '1-4',
  '3.4': '1-6',
  '3.5': '1-5',
  '3.7': '1-2',
  '4.1': '1-3',
  '4.2': '1',
  '4.3': '1-2',
  '4.4': '1-4',
  '5.1': '1',
  '5.2': '1-3',
  '5.3': '1-2',
  '5.4': '1-3',
  '6.1': '1-3',
  '6.2': '1-12',
  '6.3': '1-4',
  '6.4': '1-4',
  '6.5': '1-5',
  '6.6': '1-3',
  '6.8': '1-4',
  '7.1': '1-3',
  '7.2': '1-4',
  '7.3': '1-2',
  '7.4': '1-5',
  '7.5': '1-2',
  '7.6': '1-2',
  '8.1': '1-2',
  '8.2': '1-3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1-3',
  '9.2': '1-4',
  '10.1': '1-2',
  '10.2': '1-2',
  '10.3': '1-4',
  '10.4': '1-11',
  '10.5': '1-5',
  '10.6': '1-2',
  '10.7': '1-3',
  '11.1': '1-2',
  '11.2': '1-3',
  '11.3': '1-3',
  '11.4': '1-4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1-3',
  '12.2': '1-2',
  '12.3': '1-4',
  '13.1': '1',
  '13.2': '1-5',
  '13.3': '1-2',
  '13.4': '1-5',
  '14.1': '1-2',
  '14.2': '1-4',
  '14.3': '1-3',
  '15.1': '1-3',
  '15.2': '1-3',
  '15.3': '1-7',
  '16.1': '1',
  '16.2': '1-5',
  '16.3': '1-4',
  '16.4': '1-3',
  '16.5': '1-3',
  '17.1': '1',
  '17.2': '1-4',
  '17.3': '1-2',
};
const required = Object.entries(sections).flatMap(([section, numbers]) => {
  const [first = 0, last = first] = numbers.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
});

const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const [, table = ''] = text.split('## ASVS 5.0 at levels 1 and 2, one by one');
const rows = [...table.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+) \| (.+) \|$/gm)].map(
  ([, number, words, shown]) => ({
    number: number ?? '',
    words: words ?? '',
    shown: shown ?? '',
  }),
);
const files = (shown: string) => [...shown.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '');

describe('docs/security.md against ASVS 5.0', () => {
  it('names every requirement of levels 1 and 2 once, in order, and none besides', () => {
    expect(required).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(required);
  });

  it('says of each in words how it is met', () => {
    expect(rows.filter(({ words }) => words.length < 4)).toEqual([]);
  });

  it('names for each a test or a page that is there, or why it does not apply, is open, or is the area’s', () => {
    for (const { number, shown } of rows) {
      const named = files(shown);
      const told = /(Does not apply|The area|Open): \S/.test(shown);
      expect([number, named.length > 0 || told]).toEqual([number, true]);
      for (const file of named)
        expect([number, file, existsSync(join(ROOT, file))]).toEqual([number, file, true]);
    }
  });

  it('shows by tests what is not said by pages alone: more than half of what applies', () => {
    const applies = rows.filter(({ shown }) => !shown.startsWith('Does not apply'));
    const tested = applies.filter(({ shown }) => files(shown).some((file) => file.endsWith('.test.ts')));
    expect(tested.length / applies.length).toBeGreaterThan(0.8);
  });
});

describe('docs/data-protection.md', () => {
  const page = readFileSync(join(ROOT, 'docs/data-protection.md'), 'utf8');

  it('names no test that is not there', () => {
    const named = files(page).filter((file) => file.includes('.test.'));
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
  });

  it.each([
    'article 35',
    'section 62',
    'Caldicott',
    'Lawful bases',
    'How long it is kept',
    'Rights of people',
    'Risks and measures',
    'What the area decides',
  ])('has its part on %s', (part) => {
    expect(page).toContain(part);
  });
});
