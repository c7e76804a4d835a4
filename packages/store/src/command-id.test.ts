import { derivedId } from '@mase/workflow';
import { describe, expect, it } from 'vitest';
import { idsInOrder, newCommandId } from './command-id.js';

describe('the ids that a command creates', () => {
  it('follow its own in their order, whatever chance gave it', () => {
    for (let index = 0; index < 20_000; index += 1) {
      const id = newCommandId();
      const [first, last] = [derivedId(id, 1), derivedId(id, idsInOrder)];
      expect(id < first && first < last, id).toBe(true);
    }
  });
});
