import { expect, it } from 'vitest';
import { doubtsOf } from './doubtful-names.js';

const other = (name: string, shared: string[] = []) => ({
  names: { whole: [name], parts: name.split(' ') },
  instead: '[another child]',
  shared,
});

it('an everyday word that is also a first name is shown where it stands with a capital, with the words around it', () => {
  const text =
    'The school wrote twice. Will the police mark the hall? He will read a page. Will there be a mentor from the club who walks her home on Mondays?';
  expect(doubtsOf(text, [other('Will Invented')]).doubtful).toEqual([
    {
      word: 'Will',
      times: 2,
      places: [
        'The school wrote twice. Will the police mark the hall? He will read …',
        '… mark the hall? He will read a page. Will there be a mentor from the club who …',
      ],
    },
  ]);
});

it('a month is shown where it may be somebody, and a name that hardly begins a sentence in small letters too', () => {
  const doubts = (text: string, name: string) =>
    doubtsOf(text, [other(name)]).doubtful.map(({ word, times }) => [word, times]);
  expect(doubts('In June it was quiet. By June she felt safe.', 'June Quillby')).toEqual([['June', 2]]);
  expect(doubts('She wore amber, and the lights were amber.', 'Amber Quillby')).toEqual([['Amber', 2]]);
});

it('nothing is doubtful where no word of a name stands, and a word that is nobody alone never is', () => {
  const text = 'The baby was seen. Mother came. A boy said that he was there.';
  expect(doubtsOf(text, [other('Unborn baby'), other('Mother Person'), other('Robin Quillby')])).toEqual({
    doubtful: [],
    shared: [],
  });
});

it('of a word that stands often the first three places are shown, and how often in all', () => {
  const text = Array.from({ length: 5 }, (_, day) => `Hope is what he named on day ${day}.`).join(' ');
  const [hope] = doubtsOf(text, [other('Hope Quillby')]).doubtful;
  expect([hope?.times, hope?.places.length]).toEqual([5, 3]);
});

it('a name that the child shares with another on the agenda is said once, where it stands', () => {
  const doubts = (text: string) => doubtsOf(text, [other('Sam', ['Ordinary']), other('Alex', ['Ordinary'])]);
  expect(doubts('Ms Ordinary rang. ordinary days.').shared).toEqual(['Ordinary']);
  expect(doubts('The aunt rang.').shared).toEqual([]);
});
