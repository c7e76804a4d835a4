import { describe, expect, it } from 'vitest';
import { aWorld, operator } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

const world = aWorld();
const { worker, admin } = world.people;
const person = { name: 'Nina New', email: 'Nina@Example.test', agencyId: worker.agencyId, roles: ['worker'] };

describe('an account', () => {
  it.each([
    ['with an unknown role', { roles: ['king'] }, ['/roles role']],
    ['with no role', { roles: [] }, ['/roles asked']],
    [
      'of an administrator who also reads cases',
      { roles: ['administrator', 'worker'] },
      ['/roles separation'],
    ],
    ['at an agency that is not on the books', { agencyId: 'nobody' }, ['/agencyId noAgency']],
    ['in a team that is not the agency’s', { teamId: 'nobody' }, ['/teamId noTeam']],
    ['in a team of the agency', { teamId: 'team-south' }, []],
  ])('%s', (_, over, why) => {
    expect(whyNot(world.ask('users/add-user', { ...person, ...over }, admin))).toEqual(why);
  });

  it('is found by its address in small letters', () => {
    const { changes } = world.give('users/add-user', person, operator);
    expect(changes.records[0]?.terms).toEqual([{ kind: 'email', term: 'nina@example.test' }]);
  });

  it('is for administrators to make, to change and to end; nobody changes or ends his or her own', () => {
    const ask = (verb: string, payload: object, who: typeof admin, record: string) =>
      whyNot(world.ask(`users/${verb}`, payload, who, { record }));
    const roles = { roles: ['worker'], reason: 'A new post' };
    expect(whyNot(world.ask('users/add-user', person, worker))).toEqual(['forbidden']);
    expect(ask('change-role', roles, admin, admin.userId)).toEqual(['otherPerson']);
    expect(ask('end-access', { reason: 'Left' }, admin, admin.userId)).toEqual(['otherPerson']);
    expect(ask('change-role', { ...roles, teamId: 'nobody' }, admin, worker.userId)).toEqual([
      '/teamId noTeam',
    ]);
    expect(ask('change-role', roles, admin, worker.userId)).toEqual([]);
    expect(ask('end-access', { reason: 'Left' }, admin, worker.userId)).toEqual([]);
    expect(ask('end-access', { reason: 'Left' }, admin, worker.userId)).toEqual(['wrongState']);
    expect(world.getRecord(worker.userId).standing).toMatchObject({ roles: [] });
  });

  it('that has ended can be given no case, no action and no sitting', () => {
    const gone = world.people.chair;
    world.give('users/end-access', { reason: 'Left' }, admin, { record: gone.userId });
    const sitting = {
      panel: 'x',
      startsAt: '2026-12-03T13:00:00.000Z',
      endsAt: '2026-12-03T16:00:00.000Z',
      place: 'x',
      chairId: gone.userId,
    };
    expect(whyNot(world.ask('sittings/schedule-sitting', sitting, world.people.coordinator))).toEqual([
      '/chairId noChair',
    ]);
  });

  it('an agency names each of its teams once', () => {
    const teams = [
      { id: 'a', name: 'A' },
      { id: 'a', name: 'B' },
    ];
    expect(whyNot(world.ask('agencies/add-agency', { name: 'x', kind: 'health', teams }, admin))).toEqual([
      '/teams twice',
    ]);
  });
});

describe('a child on the books', () => {
  it('is put there by triage or the coordinator; the newest legal status stands', () => {
    const child = { firstName: 'Alex', from: 'return' };
    expect(whyNot(world.ask('children/record-child', child, world.people.manager))).toEqual(['forbidden']);
    const { id } = world.give('children/record-child', child, world.people.officer);
    const status = (since: string, legalStatus: string) =>
      world.give(
        'children/record-status',
        { legalStatus, placement: 'U1', since },
        world.people.coordinator,
        { record: id },
      );
    status('2018-01-01', 'C2');
    status('2017-01-01', 'V2');
    expect(world.getRecord(id).standing).toMatchObject({ status: { legalStatus: 'C2' } });
    expect(world.written.get(id)?.filter((row) => row.kind === 'status')).toHaveLength(2);
  });
});
