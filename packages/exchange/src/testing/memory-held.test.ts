import { expect, it } from 'vitest';
import { MemoryGrowth, memoryHeld } from './memory-held.js';

const bounds = { heapUsed: 8, external: 8, arrayBuffers: 8, rss: 400 };

it('whoever keeps the pieces of a file is found by its buffers, though the heap does not grow', () => {
  const memory = new MemoryGrowth();
  const kept: Buffer[] = [];
  for (let piece = 0; piece < 32; piece += 1) kept.push(Buffer.alloc(1024 * 1024, piece));
  memory.look();
  expect(kept.length).toBe(32);
  expect(memory.grown().heapUsed).toBeLessThan(bounds.heapUsed);
  expect(memory.beyond(bounds)).toEqual([
    expect.stringMatching(/^external grew by 3[0-9.]+ MB, and may by 8 MB$/),
    expect.stringMatching(/^arrayBuffers grew by 3[0-9.]+ MB, and may by 8 MB$/),
  ]);
});

it('what is let go of again is not held', () => {
  const memory = new MemoryGrowth();
  for (let piece = 0; piece < 64; piece += 1) {
    Buffer.alloc(1024 * 1024, piece);
    if (piece % 16 === 0) memory.look();
  }
  expect(memory.beyond(bounds)).toEqual([]);
  expect(memoryHeld().rss).toBeGreaterThan(10);
});
