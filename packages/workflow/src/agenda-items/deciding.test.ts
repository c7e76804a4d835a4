import { describe, expect, it } from 'vitest';
import { allowedNow } from '../decide.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { anAssessment } from '../testing/assessments.js';
import { anAdultPathway } from '../testing/leaving-payloads.js';
import { aRequest } from '../testing/on-case-payloads.js';
import { aListing, anAllocation } from '../testing/payloads.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { RecordPanelDecisionPayload } from './standing.js';
import { agendaItems } from './topic.js';

type Over = Partial<RecordPanelDecisionPayload>;
const closing: Over = { decision: 'close', watcher: 'Nurse', nextCheck: '2029-06-01', harmAddressed: 'Done' };

/** A case before the panel, and what the panel may decide on it. */
function before(build: (world: Partnership) => ChildCaseBuilder, quorate = true) {
  const world = aWorld();
  const one = build(world);
  const prepared = aSitting(world).withItem(one.id);
  const sitting = quorate ? prepared.inSession() : prepared.inSessionInquorate();
  sitting.hearing(one.id);
  const item = sitting.itemOf(one.id).id;
  const decide = (over: Over, who: PersonName = 'chair') =>
    whyNot(
      world.ask('agenda-items/record-panel-decision', aDecision(over), world.people[who], { record: item }),
    );
  return { world, one, sitting, decide };
}

const medium = (world: Partnership) => aChildCase(world).listed();
const high = (world: Partnership) => aChildCase(world).gradedHigh().listed();
const ready = (world: Partnership) => aChildCase(world).readyToClose().listed();

describe('opening an item', () => {
  it('waits for the session, and is done once', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(one.id);
    const open = () =>
      whyNot(
        world.ask('agenda-items/open-item', {}, world.people.chair, { record: sitting.itemOf(one.id).id }),
      );
    expect(open()).toEqual(['inSession']);
    sitting.inSession();
    expect(open()).toEqual([]);
    expect(open()).toEqual(['wrongState']);
    expect(one.state).toBe('planning/beforePanel');
  });

  it('stops no work on the case, but its closing', () => {
    const { one } = before((world) => aChildCase(world).readyToClose().listed().proposedToClose());
    const { colleague } = one.world.people;
    expect(one.whyNot('allocate-worker', anAllocation(colleague.userId), 'manager')).toEqual([]);
    expect(one.whyNot('approve-closure', { reasons: 'x' }, 'manager')).toEqual(['beforePanel']);
  });
});

describe('the decision of a sitting', () => {
  it.each([
    ['to go on without a next review', { nextReview: '' }, ['/nextReview asked']],
    ['to review yesterday', { nextReview: '2026-11-01' }, ['/nextReview future']],
    ['to regrade to nothing', { decision: 'regrade' }, ['/grade asked']],
    ['to go on at a new grade', { grade: 'high' }, ['/grade noRegrade']],
    ['to remove with nobody watching', { decision: 'remove' }, ['/watcher asked', '/nextCheck asked']],
    [
      'to give an action to nobody',
      { actions: [{ what: 'x', ownerId: 'nobody', part: 'safety', due: '2026-12-01' }] },
      ['/actions/0/ownerId noOwner'],
    ],
    [
      'to give an action for a day that has passed',
      { actions: [{ what: 'x', ownerId: 'nobody', part: 'safety', due: '2026-11-01' }] },
      ['/actions/0/ownerId noOwner', '/actions/0/due past'],
    ],
    ['to step up and call it a step down', { decision: 'step-down', grade: 'high' }, ['/grade noStepDown']],
  ] as [string, Over, string[]][])('cannot be %s', (_, over, why) => {
    expect(before(medium).decide(over)).toEqual(why);
  });

  it.each([
    ['continue', {}, 'planning/listed'],
    ['change-plan', {}, 'planning/listed'],
    ['escalate', {}, 'planning/listed'],
    ['defer', {}, 'planning/listed'],
    ['refer', {}, 'planning/listed'],
    ['regrade', { grade: 'high' }, 'planning/listed'],
    ['regrade', { grade: 'none' }, 'monitoring/listed'],
    ['step-down', { grade: 'low' }, 'planning/notListed'],
    ['remove', { watcher: 'Nurse', nextCheck: '2029-06-01' }, 'planning/notListed'],
  ] as [RecordPanelDecisionPayload['decision'], Over, string][])(
    '%s %o leads a medium case in planning to %s',
    (decision, over, state) => {
      const { one, decide } = before(medium);
      expect(decide({ decision, ...over })).toEqual([]);
      expect(one.state).toBe(state);
    },
  );

  it.each([
    ['high', 'planning/listed'],
    ['none', 'monitoring/listed'],
  ] as const)('regrading a case in assessing to %s leads to %s', (grade, state) => {
    const { one, decide } = before((world) =>
      aChildCase(world)
        .withWorker()
        .give('list-for-panel', aListing({ admitReason: 'Urgent' }), 'chair'),
    );
    expect(decide({ decision: 'regrade', grade })).toEqual([]);
    expect(one.state).toBe(state);
  });

  it('regrading a monitored case without a plan leads to planning', () => {
    const { one, decide } = before((world) => aChildCase(world).graded('none').listed());
    decide({ decision: 'regrade', grade: 'medium' });
    expect(one.state).toBe('planning/listed');
  });

  it('fixes the next review, and no later grade moves it', () => {
    const { one, decide } = before(medium);
    decide({ decision: 'regrade', grade: 'high', nextReview: '2026-12-17' });
    expect(one.due('panel-review')).toBe('2026-12-17T23:59:59.999Z');
    expect(one.graded('medium').due('panel-review')).toBe('2026-12-17T23:59:59.999Z');
  });

  it('gives its actions to their owners and counts them on the case', () => {
    const { world, one, decide } = before(medium);
    const owner = world.people.nurse.userId;
    const actions: Over['actions'] = [
      { what: 'Meet the school', ownerId: owner, part: 'safety', due: '2026-12-01' },
      { what: 'Visit the hotel', ownerId: owner, part: 'disruption', due: '2026-12-01' },
    ];
    expect(decide({ actions })).toEqual([]);
    expect(one.standing.actions).toEqual({ open: 2, openSafety: 1 });
    expect(world.all('planAction').map((action) => action.state)).toEqual(['offered', 'offered']);
  });

  it('keeps the disruption part, down to its number, from whoever reads the rest', () => {
    const { world, sitting, one, decide } = before(medium);
    const owner = world.people.nurse.userId;
    const actions: Over['actions'] = [
      { what: 'Meet the school', ownerId: owner, part: 'safety', due: '2026-12-01' },
      { what: 'CANARY-HOTEL', ownerId: owner, part: 'disruption', due: '2026-12-01' },
    ];
    expect(decide({ actions })).toEqual([]);
    const item = sitting.itemOf(one.id);
    const rows = world.written.get(item.id) ?? [];
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    expect(of('decision').map((row) => row.class)).toEqual(['sheet']);
    expect(JSON.stringify(of('decision'))).toContain('Meet the school');
    expect(JSON.stringify(of('decision'))).not.toContain('CANARY-HOTEL');
    expect(of('decision-disruption').map((row) => row.class)).toEqual(['disruption']);
    expect(JSON.stringify(of('decision-disruption'))).toContain('CANARY-HOTEL');
    expect(JSON.stringify(item.standing)).not.toContain('CANARY-HOTEL');
    expect(item.standing.decision?.actions).toBe(1);
    sitting.ended();
    const minutes = JSON.stringify(world.written.get(sitting.id));
    expect(minutes).toContain('Action: Meet the school: Nora Nurse, by Tuesday 1 December 2026.');
    expect(minutes).not.toContain('CANARY-HOTEL');
    const readers = agendaItems.readers(item as never, world.at).filter((one) => one.class === 'disruption');
    expect(readers.map((one) => one.principal)).toEqual(
      ['chair', 'deputy-chair', 'auditor', 'senior'].map((role) => `role:${role}`),
    );
  });

  it.each([
    ['step down', { decision: 'step-down', grade: 'low' }, ['/decision inquorate']],
    ['remove', { decision: 'remove', watcher: 'Nurse', nextCheck: '2029-06-01' }, ['/decision inquorate']],
    ['close', closing, ['/decision inquorate']],
    ['lower a grade', { decision: 'regrade', grade: 'low' }, ['/grade inquorate']],
    ['raise a grade', { decision: 'regrade', grade: 'high' }, []],
    ['continue', {}, []],
  ] as [string, Over, string[]][])('of an inquorate sitting: %s', (_, over, why) => {
    expect(before(medium, false).decide(over)).toEqual(why);
  });

  it('that confirms what is proposed asks what a manager is asked: quorum below a floor, and why no harm', () => {
    const low = { proposed: 'low', belowFloorReason: 'Made up' } as const;
    const proposed = (of: Parameters<ChildCaseBuilder['assessed']>[1]) => (world: Partnership) =>
      aChildCase(world)
        .assessed('medium', of)
        .give('list-for-panel', aListing({ admitReason: 'Urgent' }), 'chair');
    const regrade: Over = { decision: 'regrade', grade: 'low' };
    expect(before(proposed(low), false).decide(regrade)).toEqual(['/grade inquorate']);
    expect(before(proposed(low)).decide(regrade)).toEqual([]);
    const signed = (world: Partnership) =>
      aChildCase(world)
        .assessed('high', { harm: anAssessment('low').harm })
        .give('list-for-panel', aListing({ admitReason: 'Urgent' }), 'chair');
    const high: Over = { decision: 'regrade', grade: 'high' };
    expect(before(signed).decide(high)).toEqual(['/noHarmReason noHarmReason']);
    expect(before(signed).decide({ ...high, noHarmReason: 'Made up' })).toEqual([]);
  });

  it('of an inquorate sitting drops no two grades, whoever signs', () => {
    const low: Over = { decision: 'step-down', grade: 'low' };
    expect(before(high, false).decide(low)).toEqual(['/decision inquorate']);
    expect(before(high, false).decide({ ...low, decision: 'regrade' })).toEqual([
      '/grade inquorate',
      '/grade secondSignature',
    ]);
    expect(
      before(high, false).decide({ decision: 'remove', watcher: 'Nurse', nextCheck: '2029-06-01' }),
    ).toEqual(['/decision inquorate']);
  });

  it('of a quorate sitting may drop two grades at once', () => {
    expect(before(high).decide({ decision: 'step-down', grade: 'low' })).toEqual([]);
  });

  it('says to somebody who may not record it that alone, and nothing of what else is missing', () => {
    const { world, sitting, one } = before(medium);
    const asked = (who: PersonName) =>
      allowedNow(agendaItems, sitting.itemOf(one.id), {
        locked: [sitting.record],
        profile: world.profile,
        actor: world.people[who],
        at: world.at,
      }).flatMap(({ missing }) => missing.map(({ code }) => code));
    expect(new Set(asked('member'))).toEqual(new Set(['notPermitted']));
    expect(asked('chair')).toContain('wrongState');
  });

  it('is for the chair or the coordinator, once', () => {
    const { decide } = before(medium);
    expect(decide({}, 'member')).toEqual(['forbidden']);
    expect(decide({}, 'coordinator')).toEqual([]);
    expect(decide({})).toEqual(['wrongState']);
  });
});

describe('closing by the panel', () => {
  it('is proposal and approval in one, and takes the case off the list', () => {
    const { one, decide } = before(ready);
    expect(decide(closing)).toEqual([]);
    expect(one.state).toBe('closed/notListed');
    expect(one.standing.closed?.reason).toBe('reduced-and-sustained');
  });

  it.each([
    ['how the harm was addressed', ready, { harmAddressed: '' }, ['/decision harmAddressed']],
    [
      'a grade that has been low',
      medium,
      {},
      ['/decision closingGrade', '/decision childView', '/decision finalOutcomes'],
    ],
    [
      'no open safety action',
      (world: Partnership) => ready(world).withAction(),
      {},
      ['/decision safetyActions'],
    ],
    ['something to hand over', ready, { handover: 'The school nurse' }, ['/handover nothing']],
    [
      'no danger that nobody has acknowledged',
      (world: Partnership) => ready(world).inDanger(),
      {},
      ['/decision dangerUnacknowledged', '/decision strategyDiscussion'],
    ],
    [
      'the age, of somebody who is to be 18',
      (world: Partnership) => ready(world).give('record-adult-pathway', anAdultPathway(), 'worker'),
      { closureReason: 'turned-18' },
      ['/decision notAdult'],
    ],
    [
      'the team, where it is merged into another',
      ready,
      { closureReason: 'merged' },
      ['/closureReason secondPerson'],
    ],
    [
      'no new action',
      ready,
      { actions: [{ what: 'x', ownerId: 'nobody', part: 'safety', due: '2029-12-01' }] },
      ['/actions closing', '/actions/0/ownerId noOwner'],
    ],
  ] as [string, typeof ready, Over, string[]][])(
    'asks for %s, as any closing does',
    (_, build, over, why) => {
      expect(before(build).decide({ ...closing, ...over })).toEqual(why);
    },
  );

  it('does to what hangs on the case as a closing by the team does: actions, copies of the plan, questions to agencies', () => {
    const { world, one, decide } = before((books) => {
      const prepared = ready(books)
        .withAction()
        .withAction({ part: 'disruption' })
        .planned()
        .shared()
        .writtenPlain();
      const { worker, nurse } = books.people;
      books.give(
        'information-requests/request-information',
        aRequest(prepared.id, nurse.agencyId as string),
        worker,
      );
      return prepared;
    });
    expect(decide({ ...closing, handover: 'The school nurse' })).toEqual([]);
    const states = (kind: 'planAction' | 'planCopy' | 'informationRequest') =>
      world
        .all(kind)
        .filter(({ parentId }) => parentId === one.id)
        .map(({ state }) => state);
    expect(new Set(states('planAction'))).toEqual(new Set(['ended']));
    expect(new Set(states('planCopy'))).toEqual(new Set(['ended']));
    expect(states('informationRequest')).toEqual(['withdrawn']);
    expect(one.standing).toMatchObject({ actions: { open: 0 }, closure: { handedTo: 'The school nurse' } });
    const handed = world.all('planAction').map(({ standing }) => (standing as PlanActionStanding).ended?.how);
    expect(handed.sort()).toEqual(['handed-over', 'no-longer-possible']);
  });

  it('asks for the adult pathway from 17½ on', () => {
    const { decide } = before((world) =>
      aChildCase(world)
        .referred({ child: { firstName: 'Sam', birthDate: '2009-05-01' } })
        .readyToClose()
        .listed(),
    );
    expect(decide(closing)).toEqual(['/decision adultPathway']);
    expect(decide({ ...closing, adultPathway: 'Adult team met' })).toEqual([]);
  });
});
