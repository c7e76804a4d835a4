import { expect, it } from 'vitest';
import { changesOf } from './minutes-changes.js';

const composed = {
  sections: [
    { heading: 'Opening', text: 'The sitting was quorate.' },
    { heading: 'Robin', text: 'Decision: continue.\nNext review in May.', itemId: 'r' },
    { heading: 'Any other business', text: 'None.' },
  ],
};

it('the version that was composed changes nothing', () => {
  expect(changesOf(composed, undefined)).toEqual([]);
});

it('a later version says which lines it took out and put in, of which section, and nothing of the rest', () => {
  const edited = {
    sections: [
      { heading: 'Opening', text: 'The sitting was quorate.' },
      { heading: 'Robin (C-1)', text: 'Decision: continue.\nNext review in June.', itemId: 'r' },
      { heading: 'Thanks', text: 'The aunt was thanked.' },
    ],
  };
  expect(changesOf(edited, composed)).toEqual([
    {
      heading: 'Robin (C-1)',
      out: ['Robin', 'Next review in May.'],
      in: ['Robin (C-1)', 'Next review in June.'],
    },
    { heading: 'Thanks', out: [], in: ['Thanks', 'The aunt was thanked.'] },
    { heading: 'Any other business', out: ['Any other business', 'None.'], in: [] },
  ]);
});
