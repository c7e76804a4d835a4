import { describe, expect, it } from 'vitest';
import { principalsOf } from '../roles.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { postsInForce } from '../users/take-over.js';
import { rotaGaps } from './gaps.js';
import type { DutyRotaStanding } from './standing.js';

// A Tuesday; the week of the rota begins on the Monday before.
const weekFrom = '2026-11-02';

function aRota(over: object = {}) {
  const world = aWorld();
  const { manager } = world.people;
  const payload = {
    name: 'Duty',
    role: 'duty-manager',
    agencyId: manager.agencyId,
    hours: 'always',
    ...over,
  };
  const { id } = world.give('duty-rotas/open-rota', payload, manager);
  const standing = () => world.getRecord(id).standing as DutyRotaStanding;
  return { world, id, standing };
}

const shift = (world: Partnership, who: PersonName, from: string, until: string) => ({
  userId: world.people[who].userId,
  from: `2026-11-${from}:00.000Z`,
  until: `2026-11-${until}:00.000Z`,
});

const enter = ({ world, id }: ReturnType<typeof aRota>, shifts: object[], from = weekFrom) =>
  world.ask('duty-rotas/enter-week', { weekFrom: from, shifts }, world.people.manager, { record: id });

describe('a duty rota', () => {
  it('gives the part for the hours of the shift, and not a minute longer', () => {
    const rota = aRota();
    const { world } = rota;
    const { deputy } = world.people;
    enter(rota, [shift(world, 'deputy', '03T12:00', '03T20:00')]);
    const places = rota.standing().shifts.map((one) => ({
      role: 'duty-manager' as const,
      agencyId: deputy.agencyId as string,
      ...one,
    }));
    const at = (time: string) => postsInForce(deputy, { people: [], places }, `2026-11-03T${time}:00.000Z`);
    expect(at('11:59')).toEqual([]);
    expect(principalsOf({ ...deputy, posts: at('12:00') })).toContain('role:duty-manager');
    expect(at('20:00')).toEqual([]);
  });

  it('shows a gap before it happens, in the list of those who keep it', () => {
    const rota = aRota();
    const { world, id } = rota;
    expect(world.queue.get(id)?.map(({ step }) => step)).toEqual(['fill-rota-gap', 'fill-rota-gap']);
    enter(rota, [
      shift(world, 'duty', '03T00:00', '05T00:00'),
      shift(world, 'deputy', '05T08:00', '08T00:00'),
    ]);
    expect(rota.standing().gapFrom).toBe('2026-11-05T00:00:00.000Z');
    expect(world.queue.get(id)?.[0]).toMatchObject({ due: '2026-11-05T00:00:00.000Z' });
    expect(rotaGaps(rota.standing(), world.at, '2026-11-08T00:00:00.000Z', world.profile)).toEqual([
      { from: '2026-11-05T00:00:00.000Z', until: '2026-11-05T08:00:00.000Z' },
    ]);
  });

  it.each([
    [
      'office-hours',
      [
        '2026-11-03T09:00:01.000Z 2026-11-03T17:00:00.000Z',
        '2026-11-04T09:00:00.000Z 2026-11-04T12:00:00.000Z',
      ],
    ],
    ['outside-office-hours', ['2026-11-03T17:00:00.000Z 2026-11-04T09:00:00.000Z']],
  ])('of %s must be filled in those hours alone', (hours, gaps) => {
    const { world, standing } = aRota({ hours });
    const found = rotaGaps(standing(), '2026-11-03T09:00:01.000Z', '2026-11-04T12:00:00.000Z', world.profile);
    expect(found.map(({ from, until }) => `${from} ${until}`)).toEqual(gaps);
  });

  it('of office hours asks nobody to come on a bank holiday or a Sunday', () => {
    const { world, standing } = aRota({ hours: 'office-hours' });
    const at = (from: string, until: string) =>
      rotaGaps({ ...standing(), hours: 'office-hours' }, from, until, world.profile);
    expect(at('2026-12-25T00:00:00.000Z', '2026-12-27T23:00:00.000Z')).toEqual([]);
    expect(at('2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z')).toEqual([
      { from: '2026-06-01T08:00:00.000Z', until: '2026-06-01T16:00:00.000Z' },
    ]);
  });

  it('has a week entered once; entering it again replaces what has not begun, and no other week', () => {
    const rota = aRota();
    const { world } = rota;
    enter(rota, [shift(world, 'duty', '03T08:00', '03T20:00'), shift(world, 'duty', '05T08:00', '05T20:00')]);
    enter(rota, [shift(world, 'deputy', '10T08:00', '10T20:00')], '2026-11-09');
    enter(rota, [shift(world, 'night', '05T08:00', '05T20:00')]);
    expect(rota.standing().shifts.map(({ userId }) => userId)).toEqual(
      ['duty', 'night', 'deputy'].map((who) => world.people[who as PersonName].userId),
    );
  });

  it('has a shift swapped by whoever is on it, and both are told', () => {
    const rota = aRota({ role: 'triage-social-worker' });
    const { world, id } = rota;
    const { colleague, stranger } = world.people;
    const own = shift(world, 'colleague', '05T08:00', '05T20:00');
    enter(rota, [own]);
    const swap = { from: own.from, userId: own.userId, toId: stranger.userId, reason: 'A wedding' };
    const ask = (who: PersonName) =>
      world.ask('duty-rotas/swap-shift', swap, world.people[who], { record: id });
    expect(whyNot(ask('stranger'))).toEqual(['forbidden']);
    const asked = ask('colleague');
    expect(whyNot(asked)).toEqual([]);
    expect(asked.decision).toMatchObject({
      changes: {
        outgoing: [{ principal: `user:${colleague.userId}` }, { principal: `user:${stranger.userId}` }],
      },
    });
    expect(rota.standing().shifts).toEqual([{ ...own, userId: stranger.userId }]);
    expect(whyNot(ask('manager'))).toEqual(['/from noShift']);
  });

  it('has no shift of somebody else moved by a colleague on the rota, only by whoever keeps it', () => {
    const rota = aRota({ role: 'out-of-hours' });
    const { world, id } = rota;
    const own = shift(world, 'colleague', '05T08:00', '05T20:00');
    enter(rota, [own, shift(world, 'stranger', '06T08:00', '06T20:00')]);
    const ask = (who: PersonName) =>
      world.ask(
        'duty-rotas/swap-shift',
        { from: own.from, userId: own.userId, toId: world.people.stranger.userId, reason: 'Made up' },
        world.people[who],
        { record: id },
      );
    expect(whyNot(ask('stranger'))).toEqual(['/userId notYours']);
    expect(whyNot(ask('manager'))).toEqual([]);
  });

  it.each(['worker', 'auditor', 'guardian', 'governance', 'chair'] as const)(
    'makes no duty manager of the %s, by a swap or by a week',
    (who) => {
      const rota = aRota();
      const { world, id } = rota;
      const { agencyId } = world.people.manager;
      const own = shift(world, 'duty', '05T08:00', '05T20:00');
      const code = world.people[who].agencyId === agencyId ? 'otherPart' : 'otherAgency';
      enter(rota, [own]);
      const swap = { from: own.from, userId: own.userId, toId: world.people[who].userId, reason: 'Made up' };
      const asked = world.ask('duty-rotas/swap-shift', swap, world.people.manager, { record: id });
      expect(whyNot(asked)).toEqual([`/toId ${code}`]);
      expect(whyNot(enter(rota, [{ ...own, userId: world.people[who].userId }]))).toEqual([
        `/shifts/0/userId ${code}`,
      ]);
    },
  );

  it('hands over in the middle of a shift from now on', () => {
    const rota = aRota();
    const { world, id } = rota;
    const own = shift(world, 'duty', '03T08:00', '03T20:00');
    enter(rota, [own]);
    const swap = {
      from: own.from,
      userId: own.userId,
      toId: world.people.deputy.userId,
      reason: 'Taken ill',
    };
    world.give('duty-rotas/swap-shift', swap, world.people.manager, { record: id });
    expect(rota.standing().shifts).toEqual([
      { userId: world.people.deputy.userId, from: world.at, until: own.until },
    ]);
  });

  it.each([
    ['somebody of another agency', 'nurse', 'otherAgency'],
    ['an administrator', 'admin', 'separation'],
  ] as const)('is not filled by %s', (_, who, code) => {
    const rota = aRota();
    const asked = enter(rota, [shift(rota.world, who, '05T08:00', '05T20:00')]);
    expect(whyNot(asked)).toEqual([`/shifts/0/userId ${code}`]);
  });

  it.each([
    ['ends before it begins', ['05T20:00', '05T08:00'], ['/shifts/0/until order']],
    ['begins in another week', ['10T08:00', '10T20:00'], ['/shifts/0/from otherWeek']],
  ] as const)('takes no shift that %s', (_, [from, until], why) => {
    const rota = aRota();
    expect(whyNot(enter(rota, [shift(rota.world, 'duty', from, until)]))).toEqual(why);
  });

  it('stays small: no more than two weeks of two shifts a day stand at one time', () => {
    const rota = aRota();
    const { world } = rota;
    const many = Array.from({ length: 29 }, (_, index) =>
      shift(world, 'duty', `04T${String(index % 20).padStart(2, '0')}:00`, '04T22:00'),
    );
    expect(whyNot(enter(rota, many))).toEqual(['/shifts tooMany']);
  });

  it('is no closed office: it is refused where the office closes before it opens', () => {
    const { world } = aRota();
    const payload = {
      name: 'x',
      role: 'duty-manager',
      agencyId: world.people.manager.agencyId,
      hours: 'always',
    };
    const ask = (over: object) =>
      whyNot(world.ask('duty-rotas/open-rota', { ...payload, ...over }, world.people.manager));
    expect(ask({ officeFrom: '17:00', officeUntil: '09:00' })).toEqual(['/officeUntil order']);
    expect(ask({ agencyId: 'nobody' })).toEqual(['/agencyId noAgency']);
  });
});
