import { describe, expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { type AtTable, foundConnections } from './found-connections.js';

/** Papers are out, and a member is at the table. */
function listed() {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const sitting = aSitting(world).withItem(one.id).papersIssued();
  const { id } = sitting.itemOf(one.id);
  const { member, chair } = world.people;
  const answer = (verb: string, over: object = {}, who: PersonName = 'chair') =>
    whyNot(
      world.ask(
        `agenda-items/${verb}`,
        { userId: member.userId, reason: 'A made-up cousin', ...over },
        world.people[who],
        { record: id },
      ),
    );
  const reads = (who = member) => classesRead(world.readers.get(id) ?? [], who, world.at);
  const rows = () => (world.written.get(id) ?? []).filter((row) => row.class === 'restricted');
  return { world, one, sitting, id, member, chair, answer, reads, rows };
}

describe('a connection that was found', () => {
  it('hides nothing until the chair alone confirms it; then it is as one that was declared', () => {
    const { answer, reads, rows, member, world, sitting, id } = listed();
    const found = { found: ['same-surname'] };
    expect(reads()).toContain('sheet');
    for (const who of ['coordinator', 'member', 'senior'] as const)
      expect(answer('confirm-connection', found, who)).toEqual(['forbidden']);
    expect(answer('confirm-connection', found)).toEqual([]);
    expect(reads()).toEqual([]);
    expect(rows()).toMatchObject([
      { kind: 'item-connection', body: { userId: member.userId, reason: 'A made-up cousin', ...found } },
    ]);
    expect(answer('confirm-connection', found)).toEqual(['/userId known']);
    sitting
      .inSession()
      .hearing(world.getRecord(id).subjectId as string)
      .deciding(world.getRecord(id).subjectId as string)
      .ended();
    const minutes = JSON.stringify(
      (world.written.get(sitting.id) ?? []).filter(({ kind }) => kind === 'minutes'),
    );
    expect(minutes).toContain('One member withdrew.');
    expect(minutes).not.toContain('cousin');
  });

  it('that is dismissed with a reason hides nothing, and the reason is for the chairs', () => {
    const { answer, reads, rows } = listed();
    expect(answer('dismiss-connection', { reason: 'A common name', found: ['same-surname'] })).toEqual([]);
    expect(reads()).toContain('sheet');
    expect(rows()).toMatchObject([
      { kind: 'connection-dismissed', body: { reason: 'A common name', found: ['same-surname'] } },
    ]);
  });

  it('about a chair is answered by the other chair, or declared', () => {
    const { answer, chair } = listed();
    const own = { userId: chair.userId };
    expect(answer('dismiss-connection', own)).toEqual(['/userId own']);
    expect(answer('confirm-connection', own)).toEqual(['/userId own']);
    expect(answer('dismiss-connection', own, 'deputyChair')).toEqual([]);
  });
});

describe('a connection that stands for an item', () => {
  it('is withdrawn by a chair with a reason, and the member reads the item again', () => {
    const { answer, reads, rows } = listed();
    expect(answer('withdraw-item-connection')).toEqual(['connection']);
    expect(answer('declare-item-connection', {}, 'coordinator')).toEqual([]);
    expect(answer('withdraw-item-connection', {}, 'coordinator')).toEqual(['forbidden']);
    expect(answer('withdraw-item-connection', { reason: 'Another of the name' })).toEqual([]);
    expect(reads()).toContain('sheet');
    expect(rows().map(({ kind }) => kind)).toContain('item-connection-withdrawn');
  });

  it('holds for the case, and taken back it is taken back there; that of somebody else stays', () => {
    const { answer, reads, one, world } = listed();
    const { officer, member } = world.people;
    expect(answer('confirm-connection', { found: ['same-name'] })).toEqual([]);
    expect(one.standing.access?.without).toContain(member.userId);
    one.give('declare-connection', { userId: officer.userId, reason: 'Made-up neighbour' }, 'chair');
    expect(reads()).toEqual([]);
    expect(answer('withdraw-item-connection')).toEqual([]);
    expect(one.standing.access?.without).toEqual([officer.userId]);
    expect(reads()).toContain('sheet');
    expect(reads(officer as never)).toEqual([]);
  });
});

describe('what names and addresses tell', () => {
  const table: AtTable[] = [
    { userId: '1', name: 'Ann Example', agency: 'Made-up care', email: 'ann@example.org' },
    { userId: '2', name: 'Bea Sample', agency: 'Made-up police', email: 'bea@example.org' },
    { userId: null, name: 'Cé Éxample', agency: 'Made-up school', email: null },
  ];
  const around = (over: object) => [{ part: 'mother of the child', names: [], emails: [], ...over }];
  const signs = (over: object) =>
    foundConnections(table, around(over)).map(({ name, signs: [one] }) => [name, one?.sign]);

  it.each([
    ['the whole name in another order', { names: ['EXAMPLE, Ann'] }, [['Ann Example', 'same-name']]],
    [
      'a surname, whatever the accents',
      { names: ['Dora example'] },
      [
        ['Ann Example', 'same-surname'],
        ['Cé Éxample', 'same-surname'],
      ],
    ],
    ['an e-mail address', { names: ['Xan'], emails: ['Bea@Example.org '] }, [['Bea Sample', 'same-email']]],
    ['a first name alone', { names: ['Ann'] }, []],
    ['nothing in common', { names: ['Xan Other'], emails: ['x@example.org'] }, []],
  ])('%s', (_, over, expected) => {
    expect(signs(over)).toEqual(expected);
  });
});
