import { expect, it, test } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { inDays } from '../testing/in-days.js';
import { aRequirement } from '../testing/intelligence-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { IntelligenceRequirementStanding } from './standing.js';
import { intelligenceRequirements } from './topic.js';

type Requirement = StoredRecord<IntelligenceRequirementStanding>;

function asking(over: object = {}) {
  const world = aWorld();
  const payload = aRequirement(world.people.member.agencyId as string, inDays(world, 9).slice(0, 10), over);
  const asked = world.ask('intelligence-requirements/raise-requirement', payload, world.people.chair);
  const id = asked.command.record.id;
  const now = () => world.getRecord<Requirement>(id);
  const ask = (verb: string, payload_: object, who: PersonName) =>
    whyNot(world.ask(`intelligence-requirements/${verb}`, payload_, world.people[who], { record: id }));
  const reads = (who: PersonName) =>
    classesRead(readersOf(intelligenceRequirements, now(), world.at), world.people[who], world.at);
  return { world, id, now, ask, reads, why: whyNot(asked) };
}

it('stands in the lists of those who answer for the agency until the day that was set', () => {
  const { world, id, now } = asking();
  expect(now().standing.clocks).toMatchObject([
    { rule: 'requirement-answer', due: `${now().standing.by}T23:59:59.999Z` },
  ]);
  const lists = (world.queue.get(id) ?? []).map(({ principal }) => principal);
  expect(lists).toContain(`agency:${world.people.member.agencyId}:member`);
});

test.each([
  'Ask the child which car it is (made up)',
  'Please get her to find out his name (made up)',
  'Could the worker encourage the young person to send the messages? (made up)',
])('“%s” is refused: a child is never asked to obtain information', (question) => {
  expect(asking({ question }).why).toEqual(['/question asksChild']);
});

it('is answered by the agency, and the answer is read by whoever raised it and the desk', () => {
  const { ask, reads, now } = asking();
  expect(ask('answer-requirement', { outcome: 'answered' }, 'member')).toEqual(['/answer answer']);
  expect(ask('answer-requirement', { outcome: 'refused' }, 'member')).toEqual(['/reason reason']);
  expect(ask('answer-requirement', { outcome: 'nothing-known' }, 'worker')).toEqual(['forbidden']);
  expect(ask('answer-requirement', { outcome: 'nothing-known' }, 'member')).toEqual([]);
  expect(now().standing.clocks).toEqual([]);
  expect(reads('chair')).toEqual(['case', 'safety']);
  expect(reads('analyst')).toEqual(['case', 'safety']);
  expect(reads('member')).toEqual(['safety']);
  expect(reads('worker')).toEqual([]);
});

it('is withdrawn by whoever raised it, and nobody answers it then', () => {
  const { ask } = asking();
  expect(ask('withdraw-requirement', { reason: 'Known' }, 'manager')).toEqual(['forbidden']);
  expect(ask('withdraw-requirement', { reason: 'Known' }, 'chair')).toEqual([]);
  expect(ask('answer-requirement', { outcome: 'nothing-known' }, 'member')).toEqual(['wrongState']);
});

it('of a covert operation is asked of one person by name and known to those named alone', () => {
  const { people } = aWorld();
  const [contactId, reader] = [people.member.userId as string, people.senior.userId as string];
  expect(asking({ handling: 'C' }).why).toEqual(['/readers asked', '/contactId asked']);
  const { ask, reads, why, world, id } = asking({ handling: 'C', readers: [reader], contactId });
  expect(why).toEqual([]);
  for (const who of ['chair', 'senior', 'supervisor'] as const)
    expect([who, reads(who)]).toEqual([who, ['case', 'safety']]);
  expect(reads('member')).toEqual(['safety']);
  for (const who of ['analyst', 'auditor', 'deputyChair', 'coordinator'] as const)
    expect([who, reads(who)]).toEqual([who, []]);
  const lists = (world.queue.get(id) ?? []).map(({ principal }) => principal);
  expect(lists.length).toBeGreaterThan(0);
  expect(lists.filter((one) => /^(role|agency|team):/.test(one))).toEqual([]);
  expect(ask('answer-requirement', { outcome: 'nothing-known' }, 'member')).toEqual([]);
  expect(reads('member')).toEqual(['safety']);
  world.at = inDays(world, 29);
  expect(reads('member')).toEqual([]);
  expect(reads('senior')).toEqual(['case', 'safety']);
});
