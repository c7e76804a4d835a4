import type { MeasureStanding } from '../disruption-measures/standing.js';
import type { RunningClock, StoredRecord } from '../model.js';
import { aPersonCase } from './a-strand-case.js';
import { aWorld, dueClock, type Partnership, type PersonName } from './people.js';
import { validPayload } from './valid-payload.js';
import type { World } from './world.js';

/** A person of concern on the books of a made-up world. */
export function aPerson(world: Partnership): string {
  return aPersonCase(world).standing.aboutId;
}

/** A child on the books. */
export function aChild(world: Partnership, birthDate = '2012-05-06'): string {
  const child = { firstName: 'Alex', lastName: 'Example', birthDate, from: 'return' };
  return world.give('children/record-child', child, world.people.coordinator).id;
}

/** A measure of a code, considered by an intelligence officer unless told otherwise, and what is done with it next. */
export function aMeasure(
  over: { code?: string; who?: PersonName; birthDate?: string } & Record<string, unknown> = {},
  world: Partnership = aWorld(),
) {
  const { who = 'analyst', birthDate, ...given } = over;
  const code = over.code ?? 'cawn';
  const childId = (given.childIds as string[] | undefined)?.[0] ?? aChild(world, birthDate);
  const payload = {
    ...{ code, why: 'Seen with the child at night (made up)', nextOn: '2026-12-01' },
    ...('personId' in given ? {} : { personId: aPerson(world) }),
    ...(code === 'cawn' ? { childIds: [childId] } : {}),
    ...given,
  };
  const { id } = world.give('disruption-measures/consider-measure', payload, world.people[who]);
  const give = (verb: string, body: object = {}, by: PersonName = who, happened?: string) => {
    const name = `disruption-measures/${verb}`;
    const made = validPayload(name, { world, record: world.getRecord(id) });
    const giving = { record: id, ...(happened ? { happened } : {}) };
    return world.ask(name, { ...made, ...body }, world.people[by], giving).decision;
  };
  const expire = () => {
    const clock = standing().clocks.find(({ rule }) => rule === 'measure-expiry') as RunningClock;
    const giving = { record: id, happened: clock.due };
    return world.ask('disruption-measures/expire-measure', {}, { ...dueClock, clock }, giving);
  };
  const standing = () => world.getRecord<StoredRecord<MeasureStanding>>(id).standing;
  const clocks = () => Object.fromEntries(standing().clocks.map(({ rule, due }) => [rule, due.slice(0, 10)]));
  return { world, id, childId, give, expire, standing, clocks, payload };
}

/** An order for a child alone, considered by the coordinator. */
export function anOrder(world: Partnership = aWorld()) {
  const about = {
    code: 'emergency-protection-order',
    who: 'coordinator',
    childIds: [aChild(world)],
  } as const;
  return aMeasure({ ...about, personId: undefined }, world);
}

/** The world of an order, led so far. */
export function measured(...verbs: string[]): World {
  const one = anOrder();
  for (const verb of verbs) one.give(verb);
  return one.world;
}

/** An order whose last day is over: the clock has ended it. */
export function expiredOrder(world?: Partnership) {
  const one = anOrder(world);
  one.give('grant-measure', { lastDay: '2026-11-10' });
  one.world.pass(20);
  one.expire();
  return one;
}
