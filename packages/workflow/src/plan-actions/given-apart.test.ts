import { describe, expect, it } from 'vitest';
import type { RecordPanelDecisionPayload } from '../agenda-items/standing.js';
import type { StoredRecord } from '../model.js';
import { queueOf } from '../queue-lines.js';
import { classesRead } from '../readers.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase, type StrandCaseBuilder } from '../testing/a-strand-case.js';
import { clustered } from '../testing/led-links.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { PlanActionStanding } from './standing.js';

type Asked = Partial<RecordPanelDecisionPayload>;
type Action = StoredRecord<PlanActionStanding>;

/** A sitting in session with one item, opened, and what it may decide. */
function hearing(world: Partnership, verb: string, payload: object) {
  const sitting = aSitting(world).agendaOpen().give(verb, payload).inSession();
  const item = () => sitting.items.at(-1) as StoredRecord;
  const { chair } = world.people;
  world.give('agenda-items/open-item', {}, chair, { record: item().id });
  const decide = (over: Asked) =>
    whyNot(world.ask('agenda-items/record-panel-decision', aDecision(over), chair, { record: item().id }));
  const actions = () => world.all('planAction') as Action[];
  const reads = (who: PersonName, id = actions().at(-1)?.id ?? '') =>
    classesRead(world.readers.get(id) ?? [], world.people[who], world.at);
  const ask = (command: string, said: object, who: PersonName, id = actions().at(-1)?.id ?? '') =>
    whyNot(world.ask(`plan-actions/${command}`, said, world.people[who], { record: id }));
  return { world, sitting, item, decide, actions, reads, ask };
}

function ofCase(build: (world: Partnership) => StrandCaseBuilder) {
  const one = build(aWorld()).active().listed();
  const { kind: caseKind, about } = one.strand;
  const heard = hearing(one.world, 'add-item', {
    ...{ caseId: one.id, caseKind, section: about, asked: 'What next?' },
  });
  return { ...heard, one };
}

const visit = (ownerId: string, part: 'safety' | 'disruption' = 'safety') => ({
  ...{ what: 'Visit the made-up hotel', ownerId, part, due: '2029-05-01' },
});

describe.each([
  ['a person', aPersonCase],
  ['a place', aLocationCase],
] as const)('an action that a sitting gives on %s', (_what, build) => {
  it('is offered to its owner, who reads what is asked and not whom or what it is about; the minutes and letters tell of it', () => {
    const { world, sitting, decide, actions, reads, one, item } = ofCase(build);
    expect(decide({ actions: [visit(world.people.nurse.userId)] })).toEqual([]);
    const [action] = actions();
    expect(action).toMatchObject({
      state: 'offered',
      ...{ parentId: one.id, subjectId: one.id },
      standing: { caseKind: one.record.kind, aboutId: one.standing.aboutId, itemId: item().id, childId: '' },
    });
    expect(action?.standing.clocks.map(({ rule }) => rule)).toEqual(['action-acceptance', 'action-due']);
    expect(reads('nurse')).toEqual(['safety']);
    const written = JSON.stringify(world.written.get(action?.id ?? ''));
    for (const closed of [one.id, one.standing.aboutId, one.standing.reference, item().id])
      expect(written).not.toContain(closed);
    const { reference } = topicOf('planAction').summary(action?.standing as never, 'offered');
    expect(reference).toBeNull();
    expect(reads('coordinator')).toEqual(['case', 'safety']);
    expect(reads('analyst')).toEqual(['case', 'safety']);
    expect(reads('worker')).toEqual([]);
    sitting.ended();
    expect(JSON.stringify(world.written.get(sitting.id))).toContain(
      'Action: Visit the made-up hotel: Nora Nurse, by Tuesday 1 May 2029.',
    );
    expect(sitting.record.standing.clocks.map(({ rule }) => rule)).toContain('actions-out');
  });

  it('given to an agency waits for its lead; declined it waits for the chair, who gives it to another or ends it', () => {
    const { world, decide, actions, ask } = ofCase(build);
    const { nurse, member } = world.people;
    const { ownerId: _owner, ...given } = visit('');
    expect(decide({ actions: [{ ...given, agencyId: member.agencyId as string }] })).toEqual([]);
    expect(actions()[0]?.state).toBe('awaitingOwner');
    const named = { reason: 'Named', ownerId: nurse.userId };
    expect(ask('change-action', { ...named, what: 'Less' }, 'member')).toEqual(['/what notYours']);
    expect(ask('change-action', named, 'member')).toEqual([]);
    expect(ask('decline-action', { reason: 'On leave' }, 'nurse')).toEqual([]);
    const lines = queueOf(topicOf('planAction'), actions()[0] as Action);
    expect(lines.map(({ principal }) => principal)).toContain('role:chair');
    expect(ask('end-action', { how: 'not-done', reason: 'Nobody was free' }, 'chair')).toEqual([]);
  });

  it('is handed over with what it is about, and is still closed to its new owner', () => {
    const { world, decide, actions, reads, ask, one } = ofCase(build);
    decide({ actions: [visit(world.people.nurse.userId)] });
    const over = { how: 'handed-over', newOwnerId: world.people.advocate.userId, handover: 'Made up' };
    expect(ask('end-action', over, 'nurse', actions()[0]?.id)).toEqual([]);
    const next = actions().find(({ state }) => state === 'offered') as Action;
    expect(next).toMatchObject({ parentId: one.id, standing: { caseKind: one.record.kind } });
    expect(reads('advocate', next.id)).toEqual(['safety']);
  });

  it('closes and opens with the record: then those named read it, whoever owns it', () => {
    const { world, decide, reads, one } = ofCase(build);
    const { nurse, chair } = world.people;
    decide({ actions: [visit(nurse.userId), visit(nurse.userId, 'disruption')] });
    const readers = [{ userId: chair.userId }].map(({ userId }) => userId);
    one.give('set-handling', { handling: 'C', conditions: 'Made up', reason: 'Made up', readers });
    for (const action of world.all('planAction')) {
      for (const who of ['nurse', 'coordinator', 'auditor', 'analyst'] as const)
        expect(reads(who, action.id), who).toEqual([]);
      expect(reads('chair', action.id)).toContain('case');
    }
    one.give('set-handling', { handling: 'P', reason: 'Over (made up)' }, 'supervisor');
    expect(reads('nurse')).not.toEqual([]);
  });

  it('is not given on what only those named may know of, but to one of them', () => {
    const { world, decide, one } = ofCase(build);
    const { nurse, chair } = world.people;
    const withConditions = { handling: 'C', conditions: 'Made up', reason: 'Made up' };
    one.give('set-handling', { ...withConditions, readers: [chair.userId] });
    expect(decide({ actions: [visit(nurse.userId)] })).toEqual(['/actions/0/ownerId closed']);
    const { ownerId: _owner, ...given } = visit('');
    expect(decide({ actions: [{ ...given, agencyId: nurse.agencyId as string }] })).toEqual([
      '/actions/0/ownerId closed',
    ]);
    expect(decide({ actions: [visit(chair.userId)] })).toEqual([]);
    expect((world.all('planAction')[0] as Action).standing.access?.closed).toBe(true);
  });

  it('ends with the listing in words that tell its owner of none; of what was never so nobody at the table reads it, and those who oversee do', () => {
    const { world, decide, actions, reads, one } = ofCase(build);
    decide({ actions: [visit(world.people.nurse.userId)] });
    one.removed({ reason: 'unfounded' });
    expect(actions()[0]).toMatchObject({
      state: 'ended',
      standing: { ended: { how: 'no-longer-possible' }, over: { recalled: true } },
    });
    expect(JSON.stringify(world.written.get(actions()[0]?.id ?? ''))).not.toContain('listing');
    for (const who of ['coordinator', 'chair', 'nurse'] as const) expect(reads(who), who).toEqual([]);
    for (const who of ['analyst', 'auditor', 'governance'] as const)
      expect(reads(who), who).toEqual(['case', 'safety']);
  });

  it('is no part of a decision that ends the listing, and nobody adds one by hand', () => {
    const { world, decide, one } = ofCase(build);
    const { nurse, coordinator } = world.people;
    const ends: Asked = { decision: 'remove', watcher: 'Police', nextCheck: '2029-06-01' };
    const removal = { ...ends, removalReason: 'no-longer-necessary' as const };
    const asked = decide({ ...removal, actions: [visit(nurse.userId)] });
    expect(asked).toContain('/actions closing');
    const added = { ...visit(nurse.userId), caseId: one.id, kind: 'other', itemId: one.id };
    const { itemId: _item, ...byHand } = added;
    expect(whyNot(world.ask('plan-actions/add-action', byHand, coordinator))).toEqual(['/caseId noCase']);
  });
});

it('an action on a theme hangs on its item, with clocks, minutes and letters as any', () => {
  const theme = { subject: 'theme', title: 'Transport hubs', section: 'theme', asked: 'Who looks?' };
  const { world, sitting, decide, actions, reads, item } = hearing(aWorld(), 'add-subject', theme);
  expect(decide({ actions: [visit(world.people.nurse.userId)] })).toEqual([]);
  expect(actions()[0]).toMatchObject({
    parentId: item().id,
    standing: { caseKind: 'agendaItem', aboutId: '', reference: '' },
  });
  expect(reads('nurse')).toEqual(['safety']);
  expect(reads('coordinator')).toEqual(['case', 'safety']);
  expect(reads('analyst')).toEqual([]);
  sitting.ended();
  expect(sitting.record.standing.clocks.map(({ rule }) => rule)).toContain('actions-out');
  const recipients = [world.people.member.userId];
  sitting.give('issue-letters', { recipients, complete: true });
  expect(sitting.record.standing.clocks.map(({ rule }) => rule)).not.toContain('actions-out');
});

it('an action on a cluster closes with it', () => {
  const world = clustered('confirm-cluster');
  const caseId = world.all('cluster')[0]?.id as string;
  const cluster = { caseId, caseKind: 'cluster', section: 'theme', asked: 'Who leads?' };
  const { decide, reads } = hearing(world, 'add-item', cluster);
  expect(decide({ actions: [visit(world.people.nurse.userId)] })).toEqual([]);
  expect(reads('nurse')).toEqual(['safety']);
  const { hub, children, count, from, to } = world.getRecord(caseId).standing as unknown as Record<
    string,
    unknown
  >;
  const news = { hub, children, count, from, to, shared: 1, restsOnClosed: true, support: 'supported' };
  world.give('clusters/receive-change', news, { ...world.people.admin, kind: 'clock' }, { record: caseId });
  for (const who of ['nurse', 'coordinator', 'chair'] as const) expect(reads(who), who).toEqual([]);
  expect(reads('supervisor')).toEqual(['case', 'safety']);
});
