import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { recalledCopies } from './recall.js';

const papers = (...recipients: string[]) => ({ kind: 'papers', body: { recipients } });
const recall = (recipientId: string) => ({
  kind: 'copy-recalled',
  body: { recipientId, reason: 'Moved to another team', by: 'Cam' },
});

describe('a copy of the papers', () => {
  it('is recalled until the papers are issued to the same person again, and nobody else’s is', () => {
    const told = [papers('one', 'other'), recall('one'), papers('other')];
    expect([...recalledCopies([...told].reverse()).keys()]).toEqual(['one']);
    expect([...recalledCopies([papers('one'), ...[...told].reverse()]).keys()]).toEqual([]);
  });

  it('is recalled once, with a reason, of whoever has one, who is told', () => {
    const one = aChildCase().gradedHigh().listed();
    const sitting = aSitting(one.world).withItem(one.id).papersIssued();
    const { member, nurse, coordinator } = sitting.world.people;
    const ask = (recipientId: string) =>
      sitting.world.ask('sittings/recall-copy', { recipientId, reason: 'Left the panel' }, coordinator, {
        record: sitting.id,
      });
    const codes = (answer: object) => JSON.stringify(answer);
    expect(codes(ask(nurse.userId))).toContain('noCopy');
    sitting.give('recall-copy', { recipientId: member.userId, reason: 'Left the panel' });
    expect(codes(ask(member.userId))).toContain('recalled');
  });
});
