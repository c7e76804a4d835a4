import { describe, expect, it } from 'vitest';
import { page } from './page.js';

describe('what was typed of the items of a bundle', () => {
  it('is put back beside the item of which it was typed, where the bundle was gathered again since', () => {
    const typed = {
      'items-0-id': 'one',
      'items-0-decision': 'redact',
      'items-0-marks': 'Made-up aunt',
      'items-1-id': 'two',
      'items-1-decision': 'release',
    };
    const now = {
      'items-0-id': 'new',
      'items-0-decision': 'withhold',
      'items-1-id': 'one',
      'items-1-decision': '',
    };
    expect(page.putBack?.(typed, now)).toMatchObject({
      'items-0-decision': 'withhold',
      'items-0-marks': '',
      'items-1-decision': 'redact',
      'items-1-marks': 'Made-up aunt',
    });
  });
});
