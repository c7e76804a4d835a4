import { describe, expect, it } from 'vitest';
import { killUnderLoad } from './kill.mjs';

describe('kill and restart under load', () => {
  it('of 300 acknowledged commands none is lost and none doubled while api, worker and database are killed in turn', async () => {
    const seen = await killUnderLoad({ commands: 300, kills: 9 });
    expect(seen.acknowledged).toBeGreaterThanOrEqual(300);
    expect(seen.killed).toEqual({ api: 3, worker: 3, database: 3 });
    expect({ lost: seen.lost, doubled: seen.doubled, left: seen.left }).toEqual({
      lost: 0,
      doubled: 0,
      left: 0,
    });
    expect(seen.messages).toBe(seen.dangers * 3);
  }, 240_000);
});
