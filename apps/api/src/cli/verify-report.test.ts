import { emptyCount } from '@mase/store';
import { describe, expect, it } from 'vitest';
import { ledgerLines } from './verify-report.js';

describe('the report of a verification', () => {
  it('prints every disposal that the ledger tells of, by number and date, with who proposed and who approved', () => {
    const one = {
      id: 'd-1',
      at: '2061-02-03T09:00:00.000Z',
      entries: 212,
      proposedBy: 'gwen',
      approvedBy: 'cara',
    };
    const forged = { ...one, id: 'd-2', entries: 3, proposedBy: null, approvedBy: null };
    const counted = { ...emptyCount(), sealed: 4000, disposed: 215, disposals: [one, forged] };
    expect(ledgerLines(counted).slice(1)).toEqual([
      'Disposal 1, 2061-02-03T09:00:00.000Z: 212 texts destroyed by d-1, proposed by gwen, approved by cara',
      'Disposal 2, 2061-02-03T09:00:00.000Z: 3 texts destroyed by d-2, proposed by nobody, approved by nobody',
    ]);
  });
});
