import { describe, expect, it } from 'vitest';
import { canonicalText, leafOf } from './leaf.js';
import { differingColumns, type HistoryColumns, saidBy, saysTheSame } from './sealed-entry.js';

const columns: HistoryColumns = {
  record_id: '018f0000-0000-7000-8000-000000000001',
  version: 12,
  kind: 'childCase',
  command_id: '018f0000-0000-7000-8000-000000000002',
  command: 'child-cases/record-view',
  actor_id: '018f0000-0000-7000-8000-000000000003',
  happened: '2026-01-05T09:00:00.000Z',
  at: '2026-01-05T09:00:01.500Z',
};

function textOf(said: HistoryColumns, payload: object = {}): string {
  const { record_id: id, version, kind, command_id, command, actor_id: userId, happened, at } = said;
  return canonicalText({
    command: {
      id: command_id,
      name: command,
      actor: { kind: 'user', userId, roles: ['chair'] },
      happened,
      at,
    },
    ended: [],
    event: 'record-view',
    from: 'x',
    payload,
    record: { id, kind, version, parentId: null, subjectId: null },
    rows: [],
    standing: {},
    started: [],
    state: 'x',
  });
}

describe('what stands beside the text of an entry', () => {
  it('is the same when the text says it word for word, also of somebody without an account', () => {
    expect(saysTheSame(Buffer.from(textOf(columns)), columns)).toBe(true);
    expect(
      saysTheSame(Buffer.from(textOf({ ...columns, actor_id: null })), { ...columns, actor_id: null }),
    ).toBe(true);
    expect(differingColumns(columns, saidBy('history', textOf(columns)))).toEqual([]);
  });

  it('is another when one of the columns is another, whichever', () => {
    const others: Partial<HistoryColumns>[] = [
      { record_id: columns.command_id },
      { version: 2 },
      { version: 112 },
      { kind: 'child' },
      { command_id: columns.record_id },
      { command: 'child-cases/record-vie' },
      { actor_id: null },
      { happened: columns.at },
      { at: columns.happened },
    ];
    for (const other of others) {
      const changed = { ...columns, ...other };
      expect(saysTheSame(Buffer.from(textOf(columns)), changed), JSON.stringify(other)).toBe(false);
      expect(differingColumns(changed, saidBy('history', textOf(columns)))).toEqual(Object.keys(other));
    }
  });

  it('is not taken from what somebody wrote: a payload that looks like the record is read in full', () => {
    const forged = { ...columns, record_id: columns.command_id };
    const { record } = JSON.parse(textOf(forged)) as { record: object };
    const text = textOf(columns, { record, words: '},"ended":["record":{' });
    expect(saysTheSame(Buffer.from(text), forged)).toBe(false);
    expect(saysTheSame(Buffer.from(text), columns)).toBe(false);
    expect(differingColumns(columns, saidBy('history', text))).toEqual([]);
    expect(differingColumns(forged, saidBy('history', text))).toEqual(['record_id']);
  });
});

describe('a leaf', () => {
  it('is SHA-256 of 0x00, salt and text, also of long texts and letters of every length, one after the other', async () => {
    const { createHash } = await import('node:crypto');
    const salt = Buffer.alloc(32, 7);
    for (const text of ['', 'é', '…'.repeat(40_000), 'a', '👧'.repeat(9000), '{"x":"ü"}'])
      expect(leafOf(salt, text)).toEqual(
        createHash('sha256')
          .update(Buffer.from([0]))
          .update(salt)
          .update(text, 'utf8')
          .digest(),
      );
  });
});
