import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOn } from '../language/lexicon.js';
import { readLocatedJson } from '../profile/located-json.js';
import { checkInstrumentFile } from './check-instrument-file.js';
import { shippedInstruments } from './shipped-instruments.js';

const lexicon = lexiconOn('2026-11-22');
const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const sound = JSON.stringify(shippedInstruments[2], null, 2);
const told = (text: string) =>
  checkInstrumentFile(text, lexicon).faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('a check of an instrument file', () => {
  it('tells the ten faults of a stranger’s file of 200 lines, each at its line, and nothing else', () => {
    const text = file('faulty-instrument.txt');
    expect(text.trimEnd().split('\n').length).toBeGreaterThan(190);
    expect(told(text)).toEqual([
      '7:14 must be one of: screening, assessment; it is "both"',
      '9:3 is not known here: is "effectiveFrom" meant?',
      '14:58 must be more than the 6 months of the current window; it is 6',
      '52:19 repeats "lived-4"',
      '96:45 lacks a comma',
      '117:20 must stand in double quotes, not in single ones',
      '154:19 must be one of: harm, risk; it is "harmful"',
      '170:38 is not known here',
      '190:52 must be more than the band before it; it is 9',
      '195:25 "criticl" is no tier of this instrument',
    ]);
  });

  it.each(shippedInstruments.map((one) => [`${one.id} version ${one.version}`, one] as const))(
    'finds nothing wrong with %s, and reads it as it is',
    (_name, instrument) => {
      const text = JSON.stringify(instrument, null, 2);
      expect(checkInstrumentFile(text, lexicon)).toEqual({ instrument, faults: [], wording: [] });
    },
  );

  it.each<[string, string, string[]]>([
    ['nothing at all', '', ['1:1 has no value where one is expected']],
    ['a list', '[]', ['1:1 must be an object; it is a list']],
    [
      'what is no JSON',
      'hello',
      ['1:1 “hello” must stand in double quotes, or be true, false, null or a number'],
    ],
  ])('says what is wrong with %s', (_title, text, faults) => {
    expect(told(text)).toEqual(faults);
  });

  it('tells a file that was cut off once, not as hundreds of missing parts', () => {
    const cut = sound.slice(0, sound.indexOf('"levels"'));
    expect(told(cut)).toEqual([expect.stringContaining('the text ends before the “}” that closes line 1')]);
  });
});

/** A sound file with one passage replaced; the line on which it stands. */
function changed(from: string, to: string): { text: string; line: number } {
  const at = sound.indexOf(from);
  if (at < 0) throw new Error(`The file does not hold ${from}`);
  return {
    text: sound.slice(0, at) + to + sound.slice(at + from.length),
    line: sound.slice(0, at).split('\n').length,
  };
}

describe('a fault of what an instrument says is told with its line', () => {
  it.each<[string, string, string, string]>([
    [
      'a lifetime with a limit',
      '"label": "Ever"',
      '"label": "Ever", "months": 3',
      'must be left out: a lifetime has no limit; it is 3',
    ],
    [
      'a band that cannot be reached',
      '"from": 16',
      '"from": 160',
      'can never be reached: the highest score is 72',
    ],
    [
      'a lower grade in a higher band',
      '"grade": "high"',
      '"grade": "low"',
      'must not be lower than the band before it',
    ],
    [
      'an indicator that repeats another’s words',
      'A carer has hurt the child',
      'Those who cared for the child gave too little warmth or attention',
      'repeats the words of an indicator before it',
    ],
    ['an indicator named like a domain', '"hurt-by-carer"', '"moderate"', 'is the code of a domain too'],
    [
      'a domain named as the explanation names its own',
      '"code": "vulnerabilities"',
      '"code": "rules"',
      'is a name that the explanation keeps for itself',
    ],
    [
      'a rule named as the product names its own',
      '"code": "score"',
      '"code": "harm-never-none"',
      'is a rule that the product adds itself',
    ],
    [
      'a kind that nobody knows',
      '"online"',
      '"weather"',
      'must be one of: sexual, criminal, trafficking, gang, online, harmful-behaviour; it is "weather"',
    ],
    ['a kind twice', '"online"', '"sexual"', 'repeats "sexual"'],
    [
      'a day that is none',
      '"2026-01-01"',
      '"2026-02-30"',
      'must be a date of the calendar written YYYY-MM-DD; it is "2026-02-30"',
    ],
    ['a misspelt key that may be left out', '"tier"', '"teir"', 'is not known here: is "tier" meant?'],
    ['a tab in a text', 'Ever', 'Ev\ter', 'holds a character that must be escaped, such as a tab'],
    ['a key twice', '"version": 1', '"version": 1, "version": 2', 'repeats the key "version" of this object'],
    ['a comment', '"licence"', '/* ours */ "licence"', 'is a comment, and JSON has none'],
    ['a key without quotes', '"licence"', 'licence', '“licence” is a key and must stand in double quotes'],
    ['a missing colon', '"licence":', '"licence"', 'lacks a colon after the key "licence"'],
    [
      'a word of another language',
      'null',
      'None',
      '“None” must stand in double quotes, or be true, false, null or a number',
    ],
    ['a number with a leading zero', '"from": 16', '"from": 016', '“016” is no number as JSON writes it'],
    ['an escape that means nothing', 'Ever', 'Ev\\er', '“\\e” means nothing in JSON'],
    [
      'a text without its end',
      '"Ever"',
      '"Ever',
      'is text that does not end on its line: a double quote is missing',
    ],
    ['a comma too many', '"version": 1,', '"version": 1,,', 'is a comma too many'],
  ])('%s', (_title, from, to, reason) => {
    const { text, line } = changed(from, to);
    const found = checkInstrumentFile(text, lexicon).faults;
    expect(found.map((fault) => fault.reason)).toContain(reason);
    expect(found.find((fault) => fault.reason === reason)?.line).toBe(line);
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it('words that blame a child are told and are no fault: a licensed wording may not be changed', () => {
    const { text, line } = changed('A carer has hurt the child', 'The child has absconded');
    const { instrument, faults, wording } = checkInstrumentFile(text, lexicon);
    expect([instrument?.id, faults]).toEqual(['scored-sections', []]);
    expect(wording).toEqual([
      {
        line,
        column: (text.split('\n')[line - 1]?.search('absconded') as number) + 1,
        pointer: '/domains/0/indicators/1/label',
        reason: expect.stringMatching(/^“absconded”: .+ Say: went missing/),
      },
    ]);
  });

  it('a closing bracket of the wrong kind names the line that it should close', () => {
    const reasons = checkInstrumentFile('{\n  "kinds": ["sexual"}\n', lexicon).faults.map(
      ({ reason }) => reason,
    );
    expect(reasons).toContain('“}” comes before the “]” that closes line 2');
  });
});

describe('the reader of JSON with places', () => {
  it('reads what JSON can say as JSON.parse does, and finds nothing wrong', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readLocatedJson(text)).toMatchObject({ faults: [] });
        expect(readLocatedJson(text).value).toEqual(JSON.parse(text));
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('goes on after any damage, and finds a fault exactly where JSON.parse finds one', () => {
    const small = JSON.stringify({ a: [1, -2.5e3, true, null], 'b c': { d: 'x"\\\n', e: [] } }, null, 1);
    const marks = ['', ',', '}', '{', ']', '[', '"', "'", ':', '\\', '\n', 'x', '1', '\t', '/', '-'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(small.length), fc.nat(2), fc.constantFrom(...marks)), {
          minLength: 1,
          maxLength: 3,
        }),
        (cuts) => {
          let text = small;
          for (const [at, out, put] of cuts) text = text.slice(0, at) + put + text.slice(at + out);
          const { faults } = readLocatedJson(text);
          let parses = true;
          try {
            JSON.parse(text);
          } catch {
            parses = false;
          }
          const repeated = faults.every(({ reason }) => reason.startsWith('repeats the key'));
          expect({ text, sound: repeated }).toEqual({ text, sound: parses });
        },
      ),
      { seed: 20261122, numRuns: 1500 },
    );
  });

  it('stops at a document nested deeper than any instrument', () => {
    expect(readLocatedJson('['.repeat(100_000)).faults.length).toBeGreaterThan(0);
  });
});
