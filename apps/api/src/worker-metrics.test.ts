import { describe, expect, it } from 'vitest';
import { workerMetrics } from './worker-metrics.js';

describe('what is counted of the worker', () => {
  it('says what was sent, what failed, how late was sealed and what stands still, and names nobody', async () => {
    const metrics = workerMetrics();
    metrics.sent(3);
    metrics.sent(2);
    metrics.failed();
    const look = { leads: true, entries: 40, oldest: '2026-11-20T09:00:00.000Z', more: false, halted: [] };
    metrics.looked(look, 2500);
    const reason = 'the tree is shorter than its checkpoint';
    metrics.looked({ ...look, entries: 0, halted: [{ partnershipId: 'canary', reason }] }, 0);
    const text = await metrics.registry.metrics();
    for (const line of [
      'mase_messages_sent_total 5',
      'mase_outgoing_failures_total 1',
      'mase_entries_sealed_total 40',
      'mase_unsealed_window_seconds 2.5',
      'mase_partnerships_not_sealed 1',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/canary|shorter/);
  });
});
