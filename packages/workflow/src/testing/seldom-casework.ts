import { aChildCase } from './a-child-case.js';
import { aLocationCase, aPersonCase } from './a-strand-case.js';
import { auditActing } from './audit-payloads.js';
import { clustered, linked } from './led-links.js';
import { leftList } from './left-list.js';
import { aLinkGrade } from './link-payloads.js';
import { aSending, aService } from './on-case-payloads.js';
import { aTriage } from './payloads.js';
import { dueClock } from './people.js';
import type { World } from './world.js';

/** Something that nobody knew, found out without a new assessment. */
function aFinding(): World {
  const answers = [{ code: 'second-phone', answer: 'not-known' as const }];
  const one = aChildCase().assessed('none', { answers });
  return one.give('record-finding', { code: 'second-phone', found: 'No', source: 'The aunt' }, 'worker')
    .world;
}

/** A referral for another area, which says that it has it. */
function elsewhere(): World {
  const one = aChildCase().referred().give('decide-triage', aTriage('other-area'), 'triage');
  const answer = { answeredBy: 'Pat Elsewhere', doing: 'They assess the child' };
  return one.give('acknowledge-other-area', answer, 'triage').world;
}

/** A service that goes on under a second case of the child. */
function aCarriedService(): World {
  const one = aChildCase().withWorker();
  const { world, standing } = one;
  const { worker, nurse } = world.people;
  const payload = aService(one.id, nurse.agencyId as string);
  const record = world.give('service-episodes/refer-service', payload, worker).id;
  const next = aChildCase(world)
    .referred({ childId: standing.childId })
    .give('decide-triage', aTriage('risk-assessment', { teamId: 'team-north' }), 'triage');
  world.give('service-episodes/carry-service', { caseId: next.id }, worker, { record });
  return world;
}

/** A link that nobody reviewed in time. */
function aFadedLink(): World {
  const world = linked();
  const { id } = world.all('link')[0] as { id: string };
  world.give('links/grade-link', aLinkGrade('2026-12-01'), world.people.analyst, { record: id });
  const clock = world.getRecord(id).standing.clocks.find(({ rule }) => rule === 'link-fading');
  if (!clock) throw new Error('A graded link waits for its review');
  world.pass(90);
  const actor = { ...dueClock, clock: { id: clock.id, rule: clock.rule } };
  world.give('links/fade-link', {}, actor, { record: id, happened: clock.due });
  return world;
}

/** What an audit asked for, handed to a manager by the auditor. */
function anActionHandedOver(): World {
  const { world, id: record } = auditActing();
  const { manager, auditor } = world.people;
  const payload = { ownerId: manager.userId, due: '2027-03-01', reason: 'Hers to do (made up)' };
  world.give('audit-actions/hand-over', payload, auditor, { record });
  return world;
}

/** A referral to the NRM with reasonable grounds, which waits for conclusive ones. */
function reasonableGrounds(): World {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { worker } = world.people;
  const payload = { caseId: one.id, kind: 'nrm', need: 'needed', reasons: 'Made up' };
  const record = world.give('notices/record-notice', payload, worker).id;
  const answer = { answer: 'reasonable-grounds-positive', words: 'Made up' };
  world.give('notices/send-notice', aSending, worker, { record });
  world.give('notices/answer-notice', answer, worker, { record });
  return world;
}

/** The check that a closing or a removal fixed, made, and one more put into the list by the system. */
function checked(): World[] {
  const found = { found: 'Nothing new (made up)' };
  const again = { nextCheck: '2028-09-01' };
  const closed = aChildCase().closed().give('record-next-check', found, 'manager');
  closed.world.give('child-cases/await-next-check', again, dueClock, { record: closed.id });
  const gone = [aPersonCase, aLocationCase].map((make) =>
    leftList(make).give('record-next-check', found, 'coordinator'),
  );
  for (const { world, id, strand } of gone)
    world.give(`${strand.topic}/await-next-check`, again, dueClock, { record: id });
  return [closed, ...gone].map(({ world }) => world);
}

/** What random commands come to too seldom in casework and in links. */
export const seldomCasework = (): World[] => [
  aFinding(),
  elsewhere(),
  ...checked(),
  aCarriedService(),
  aFadedLink(),
  auditActing('give-proof', 'answer-proof').world,
  anActionHandedOver(),
  reasonableGrounds(),
  clustered('confirm-cluster', 'record-cluster-discussion', 'record-cluster-meeting'),
];
