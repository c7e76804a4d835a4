import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aTransfer } from '../testing/leaving-payloads.js';
import type { PersonName } from '../testing/people.js';
import type { ChildStanding } from './standing.js';

/** A case of a child, and another record of the child on the books, of which a return told. */
function two(other: object = {}) {
  const one = aChildCase()
    .referred({ child: { firstName: 'Alexandra' } })
    .withWorker()
    .withAction();
  const { world } = one;
  const kept = one.standing.childId;
  const give = (verb: string, payload: object, who: PersonName, record?: string) =>
    world.give(`children/${verb}`, payload, world.people[who], record ? { record } : {});
  const described = { firstName: 'Alex', birthDate: '2012-05-06', localId: 'L7', from: 'return', ...other };
  const joined = give('record-child', described, 'coordinator').id;
  const decide = (verb: string, second: PersonName) => {
    give(verb, { childId: joined, reasons: 'One school' }, 'coordinator', kept);
    give('decide-merge', { decision: 'approve', childId: joined }, second, kept);
  };
  const standing = (id: string) => world.getRecord<StoredRecord<ChildStanding>>(id).standing;
  return { one, world, kept, joined, give, decide, standing };
}

describe('what is known of a child whose two records are joined', () => {
  it('is carried where the kept record lacks it, moves the clocks of adulthood, and is taken back at parting', () => {
    const { one, kept, joined, decide, standing } = two();
    decide('merge-children', 'triage');
    expect(standing(kept)).toMatchObject({ birthDate: '2012-05-06', localId: 'L7' });
    expect(one.due('eighteenth-birthday')).toMatch(/^2030-05-06/);
    decide('unmerge-children', 'senior');
    expect(standing(kept)).toMatchObject({ birthDate: null, localId: null });
    expect(one.due('eighteenth-birthday')).toBeUndefined();
    expect(standing(joined).birthDate).toBe('2012-05-06');
  });

  it('says that the child is looked after, whichever record said it: the case is not transferred', () => {
    const { one, kept, joined, give, decide } = two();
    give('record-status', { legalStatus: 'V4', placement: 'U1', since: '2026-01-01' }, 'triage', kept);
    give('record-status', { legalStatus: 'C2', placement: 'U1', since: '2026-02-01' }, 'triage', joined);
    decide('merge-children', 'triage');
    expect(one.whyNot('transfer-out', aTransfer(), 'manager')).toEqual(['lookedAfter']);
  });

  it('stands as the kept record has it where the two differ, and the row says what the other had', () => {
    const { world, kept, give, decide, standing, joined } = two();
    give('record-status', { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' }, 'triage', kept);
    give('record-status', { legalStatus: 'V2', placement: 'U4', since: '2025-01-01' }, 'triage', joined);
    decide('merge-children', 'triage');
    expect(standing(kept).status?.legalStatus).toBe('C2');
    const row = world.written.get(kept)?.find(({ kind }) => kind === 'merge');
    expect(row?.body).toMatchObject({ differs: { status: { legalStatus: 'V2' } } });
  });

  it('is the status alone, where books of before kept with it what a return gave besides', () => {
    const { world, kept, joined, give, decide, standing } = two();
    const status = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' };
    const keepMore = (id: string) => {
      const child = world.getRecord<StoredRecord<ChildStanding>>(id);
      const more = { ...status, until: null, asGiven: { HOME_POST: 'AA1 1AA' } };
      world.records.set(id, { ...child, standing: { ...child.standing, status: more } as never });
    };
    const said = () => JSON.stringify(world.written.get(kept)?.filter(({ kind }) => kind === 'merge'));
    keepMore(joined);
    decide('merge-children', 'triage');
    expect(standing(kept).status).toEqual({ ...status, until: null });
    // Carried whole, before it was cut: what came is still what goes.
    keepMore(kept);
    decide('unmerge-children', 'senior');
    expect(standing(kept).status).toBeNull();
    give('record-status', status, 'triage', kept);
    decide('merge-children', 'triage');
    expect(said()).not.toContain('"status":');
    decide('unmerge-children', 'senior');
    give('record-status', { ...status, legalStatus: 'V2', since: '2026-02-01' }, 'triage', kept);
    decide('merge-children', 'triage');
    expect(said()).toContain('"status":{"legalStatus":"C2"');
    expect(said()).not.toContain('AA1 1AA');
  });

  it('counts the workers of both', () => {
    const { one, world, kept, joined, decide, standing } = two();
    const child = world.getRecord<StoredRecord<ChildStanding>>(joined);
    world.records.set(joined, { ...child, standing: { ...child.standing, workers: 3 } as never });
    decide('merge-children', 'triage');
    expect(standing(kept).workers).toBe(4);
    decide('unmerge-children', 'senior');
    expect([standing(kept).workers, one.standing.workers]).toEqual([1, 1]);
  });
});

describe('what hangs on the cases of a child', () => {
  it('names the child by the record that stands for the child, and by the first again after parting', () => {
    const { one, world, give } = two();
    const childId = one.standing.childId;
    const known = give('record-child', { firstName: 'Robin', from: 'return' }, 'coordinator').id;
    const request = world.give(
      'access-requests/record-request',
      {
        requester: { kind: 'child', name: 'Alexandra' },
        childId,
        receivedOn: '2026-11-02',
        scope: 'Everything',
        sendTo: 'In person',
      },
      world.people.governance,
    ).id;
    const [action] = world.all('planAction') as StoredRecord<ChildCaseStanding>[];
    const held = () => ({
      action: world.getRecord<StoredRecord<ChildCaseStanding>>(action?.id ?? '').standing,
      request: world.getRecord<StoredRecord<ChildCaseStanding>>(request),
    });
    const decide = (verb: string, second: PersonName) => {
      give(verb, { childId, reasons: 'One school' }, 'coordinator', known);
      give('decide-merge', { decision: 'approve', childId }, second, known);
    };
    decide('merge-children', 'triage');
    expect(held()).toMatchObject({
      action: { childId: known, name: 'Robin' },
      request: { parentId: known, standing: { childId: known } },
    });
    decide('unmerge-children', 'senior');
    expect(held()).toMatchObject({
      action: { childId, name: 'Alexandra' },
      request: { parentId: childId, standing: { childId } },
    });
  });
});

describe('a child whom nobody could name', () => {
  it('is found by no placeholder, and is not mixed up with another', () => {
    const one = aChildCase().referred({ child: { description: 'A girl at the hotel' } });
    const terms = one.world.history.flatMap((change) => change.terms.map(({ term }) => term));
    expect(terms).not.toContain('Child not yet identified');
  });

  it('whose birth date is learned comes of age by it, and no mark is set before', () => {
    const one = aChildCase()
      .referred({ child: { description: 'A girl at the hotel' } })
      .withWorker();
    const named = (birthDate: string) => {
      const payload = { as: 'named', how: 'Her own words', child: { firstName: 'Ash', birthDate } };
      const { world } = one;
      world.give('children/identify', payload, world.people.triage, { record: one.standing.childId });
    };
    named('2008-05-01');
    expect(one.standing.adult?.since).toBeTruthy();
    one.world.give('children/withdraw-identification', { reason: 'Her sister' }, one.world.people.triage, {
      record: one.standing.childId,
    });
    expect([one.standing.adult?.since, one.clocks.includes('adult-decision')]).toEqual([null, false]);
    named('2010-05-01');
    expect(one.due('eighteenth-birthday')).toMatch(/^2028-05-01/);
  });
});
