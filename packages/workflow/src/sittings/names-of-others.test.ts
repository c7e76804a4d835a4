import { describe, expect, it } from 'vitest';
import { piecesOf, saidBy, unmarked } from './marked-text.js';
import { withoutNames } from './names-of-others.js';

const marked = (text: string, name: string) =>
  piecesOf(
    withoutNames(
      unmarked(text),
      { whole: ['CE-2026-0002', name], parts: name.split(' ') },
      '[another child]',
    ),
  );
const left = (text: string, name: string) => saidBy(marked(text, name));

const said =
  'Young people may attend. Will the police mark the hall? In May the rush came; the Town Hall on 12 May 2026. ' +
  'Last March was cold. He will read a page in the park, with grace and hope. Hope for more until March.';

describe('in minutes that are filed, beside a child who has an everyday name', () => {
  it.each([
    'Young Example',
    'Grace Young',
    'Will Hall',
    'May Page',
    'Mark Park',
    'Hope Will',
    'March Green',
    'Read Will',
  ])('nothing is replaced that is no name: %s', (name) => {
    expect(left(said, name)).toBe(said);
    expect(left(said.toLowerCase(), name)).toBe(said.toLowerCase());
  });

  it.each(['Young Example', 'Grace Young', 'Will Hall', 'May Page', 'Robin May Ordinary'])(
    'the whole name is replaced, in whatever letters, and so is its reference: %s',
    (name) => {
      for (const written of [name, name.toUpperCase(), name.toLowerCase(), 'ce-2026-0002'])
        expect(left(`${written} came, and the nurse saw ${written}’s mother.`, name)).toBe(
          '[another child] came, and the nurse saw [another child]’s mother.',
        );
    },
  );

  it('a part of a name is replaced where it is written as a name', () => {
    expect(left('Robin came. Seen with ROBIN and Ordinary; Robinson stays.', 'Robin Ordinary')).toBe(
      '[another child] came. Seen with [another child] and [another child]; Robinson stays.',
    );
    expect(left('Ordinary was there. An ordinary day.', 'Sam Ordinary')).toBe(
      '[another child] was there. An ordinary day.',
    );
    expect(left('Grace came. The nurse saw Grace and, later, Young. Young people came.', 'Grace Young')).toBe(
      '[another child] came. The nurse saw [another child] and, later, [another child]. Young people came.',
    );
    expect(left('Young, Grace was there with May Young.', 'Grace May Young')).toBe(
      '[another child] was there with [another child].',
    );
  });

  it('a name that is a pattern or no word at all is looked for as it is written', () => {
    expect(left('O’Brien (D.) came; DD came.', 'D. O’Brien')).toBe(
      '[another child] ([another child]) came; DD came.',
    );
  });

  it.each([
    [
      'Will Invented-Name',
      'Will was at the flat. WILL said so.',
      '[another child] was at the flat. [another child] said so.',
    ],
    [
      'Hope Invented-Name',
      'Hope went too. Hope’s mother rang.',
      '[another child] went too. [another child]’s mother rang.',
    ],
    ['April Page', 'April was with him, and June too.', '[another child] was with him, and June too.'],
    [
      'April Page',
      'In April was the last time. She saw April on 12 April.',
      'In April was the last time. She saw [another child] on 12 April.',
    ],
    [
      'Lee Green',
      'Green said no. Miss Green rang. The Green was empty.',
      '[another child] said no. Miss [another child] rang. The Green was empty.',
    ],
    [
      'Grace Quillby',
      'grace went there. quillby came, QUILLBY left.',
      '[another child] went there. [another child] came, [another child] left.',
    ],
    ['Chase Day', 'The chase went on; that day came.', 'The chase went on; that day came.'],
    [
      'Mother Person',
      'Mother was upset. A person came, and people said so.',
      'Mother was upset. A person came, and people said so.',
    ],
  ])(
    'a name is replaced where it is used as one, also at the beginning or without a capital: %s',
    (name, text, expected) => {
      expect(left(text, name)).toBe(expected);
    },
  );
});

describe('what was replaced in minutes that are filed', () => {
  it('is known word by word, and the text with it put back is what was written', () => {
    const text = 'Will Hall came \u{F0001} with Robin; WILL said so. Will he come in May?';
    const pieces = marked(text, 'Will Hall');
    expect(pieces).toEqual([
      { text: '[another child]', was: 'Will Hall' },
      { text: ' came \u{F0001} with Robin; ' },
      { text: '[another child]', was: 'WILL' },
      { text: ' said so. Will he come in May?' },
    ]);
    expect(pieces.map(({ text: now, was }) => was ?? now).join('')).toBe(text);
  });

  it('is never a word of what was put in for somebody else', () => {
    const once = withoutNames(unmarked('Robin came.'), { whole: ['Robin'], parts: [] }, '[another child]');
    const twice = withoutNames(
      once,
      { whole: ['Another Child'], parts: ['Another', 'Child'] },
      '[another person]',
    );
    expect(piecesOf(twice)).toEqual([{ text: '[another child]', was: 'Robin' }, { text: ' came.' }]);
  });
});
