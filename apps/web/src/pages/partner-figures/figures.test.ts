import { expect, it, test } from 'vitest';
import { askedTyped, figuresTyped } from './figures.js';

it('reads figures line by line, and one that is kept back however that is said', () => {
  const typed =
    'Under 16: 12\r\n\r\nFrom 16: 17 years: 1,204\n18 and over: fewer than 5\nNot known:\nNobody: 0';
  expect(figuresTyped(typed)).toEqual({
    unread: [],
    figures: [
      { label: 'Under 16', n: 12 },
      { label: 'From 16: 17 years', n: 1204 },
      { label: '18 and over', n: null },
      { label: 'Not known', n: null },
      { label: 'Nobody', n: 0 },
    ],
  });
});

test.each(['Under 16 12', ': 12', 'Under 16: twelve', 'Under 16: 1.5', 'Under 16: -3'])(
  '“%s” is no figure, and the page says which line it was',
  (line) => {
    expect(figuresTyped(`Over 16: 7\n${line}`)).toEqual({
      figures: [{ label: 'Over 16', n: 7 }],
      unread: [2],
    });
  },
);

it('what an agency is asked to count is read line by line, with its target where one was agreed', () => {
  expect(
    askedTyped('Screened: at least 1,200\n\n Waited: days : AT MOST 5\nTold to social care\nOther: 40\n'),
  ).toEqual({
    lines: [
      { label: 'Screened', way: 'at-least', target: 1200 },
      { label: 'Waited: days', way: 'at-most', target: 5 },
      { label: 'Told to social care' },
    ],
    unread: [5],
  });
});
