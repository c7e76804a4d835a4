import { describe, expect, it } from 'vitest';
import { phrasesOf, spansOf } from './marks.js';

describe('words that are to be blacked out', () => {
  it('are marked wherever they stand, in whatever case', () => {
    const text = 'Uncle Kit came. KIT stayed.';
    const spans = spansOf(text, 'kit\nstayed');
    expect(spans).toEqual([
      { from: 6, to: 9 },
      { from: 16, to: 19 },
      { from: 20, to: 26 },
    ]);
    expect(phrasesOf(text, spans ?? [])).toBe('Kit\nKIT\nstayed');
  });

  it('that stand nowhere are said to, so that nobody believes them to be marked', () => {
    expect(spansOf('Uncle Kit came.', 'Kit\nKim')).toBeNull();
  });
});
