import { derivedId } from '@mase/workflow';
import { describe, expect, it } from 'vitest';
import { idsInOrder, markIn, newCommandId, rowMark } from './command-id.js';

describe('the ids that a command creates', () => {
  it('follow its own in their order, whatever chance gave it', () => {
    for (let index = 0; index < 20_000; index += 1) {
      const id = newCommandId();
      const [first, last] = [derivedId(id, 1), derivedId(id, idsInOrder)];
      expect(id < first && first < last, id).toBe(true);
    }
  });

  it('bear the mark of the row of a file that they were made from, and keep their order all the same', () => {
    const mark = rowMark({ reference: 'IN-7', words: 'A grey car' });
    const id = newCommandId(mark);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(markIn(id)).toBe(mark);
    expect(markIn(newCommandId())).toBeNull();
    expect(rowMark({ reference: 'IN-7', words: 'A red car' })).not.toBe(mark);
    expect(id < derivedId(id, idsInOrder)).toBe(true);
  });
});
