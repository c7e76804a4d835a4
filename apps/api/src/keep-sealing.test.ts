import { describe, expect, it } from 'vitest';
import { isSealedElsewhere, ledgerFolder, sealingDangers } from './keep-sealing.js';

const sealer = 'postgres://mase_sealer@db/mase';

describe('a worker outside a demonstration', () => {
  it('does not start where it would seal nothing, unless it is told in a word that another worker seals', () => {
    expect(sealingDangers({}, sealer)).toEqual([expect.stringContaining('MASE_LEDGER names no folder')]);
    expect(sealingDangers({ MASE_LEDGER: '/var/lib/mase' }, undefined)).toEqual([
      expect.stringContaining('no address of the sealer'),
    ]);
    expect(sealingDangers({ MASE_LEDGER: '/var/lib/mase' }, sealer)).toEqual([]);
    expect(sealingDangers({ MASE_LEDGER: 'elsewhere' }, undefined)).toEqual([]);
  });

  it('takes that word for no folder', () => {
    expect(isSealedElsewhere({ MASE_LEDGER: 'elsewhere' })).toBe(true);
    expect(ledgerFolder({ MASE_LEDGER: 'elsewhere', MASE_MODE: 'demonstration', MASE_DATA: '/tmp' })).toBe(
      undefined,
    );
  });
});
