import { describe, expect, it } from 'vitest';
import type { ContentClass, StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { inDays } from '../testing/in-days.js';
import { aDissemination, aGrading, anIntelligenceReport } from '../testing/intelligence-payloads.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { gradeWords } from './grading.js';
import type { IntelligenceStanding } from './standing.js';
import { intelligence } from './topic.js';

type Report = StoredRecord<IntelligenceStanding>;
const canary = 'CANARY the child told her aunt (made up)';

/** A report by the nurse, and what may be asked of it. */
function reporting(over: object = {}, world: Partnership = aWorld()) {
  const { id } = world.give(
    'intelligence/submit-intelligence',
    anIntelligenceReport({ seen: canary, ...over }),
    world.people.nurse,
  );
  const now = () => world.getRecord<Report>(id);
  const at = { record: id };
  const give = (verb: string, payload: object, who: PersonName = 'analyst') =>
    world.give(`intelligence/${verb}`, payload, world.people[who], at);
  const ask = (verb: string, payload: object, who: PersonName = 'analyst') =>
    whyNot(world.ask(`intelligence/${verb}`, payload, world.people[who], at));
  const reads = (who: PersonName): ContentClass[] =>
    classesRead(readersOf(intelligence, now(), world.at), world.people[who], world.at);
  const grade = (over_: object = {}) => give('evaluate', aGrading(inDays(world, 90).slice(0, 10), over_));
  return { world, id, now, give, ask, reads, grade };
}

const closed = { handling: 'C', conditions: ['A1'] };

describe('submitting intelligence', () => {
  it('leaves nothing of the words or of an identifier in the standing, the summary, the outbox or the payload that history keeps', () => {
    const { world, now } = reporting();
    const change = world.history.at(-1);
    expect(JSON.stringify(change?.written)).toContain(canary);
    const rest = { ...change, written: [], terms: [] };
    expect(JSON.stringify([rest, now(), world.outgoing, world.queue.get(now().id)])).not.toContain('CANARY');
    expect(JSON.stringify([rest, now()])).not.toContain('AB12');
    expect(change?.payload).toEqual({ fields: expect.arrayContaining(['seen', 'identifiers']) });
  });

  it('keeps identifiers in their normal form, each once, as terms by which it is found', () => {
    const identifiers = [
      { kind: 'vehicle', text: 'ab12cde' },
      { kind: 'vehicle', text: 'ABI2 CDE' },
      { kind: 'handle', text: '@Made_Up', platform: 'snapchat' },
    ];
    const { world } = reporting({ identifiers });
    expect(world.history.at(-1)?.terms).toEqual([
      { kind: 'vehicle', term: 'AB12CDE' },
      { kind: 'handle', term: 'snapchat:made_up' },
      { kind: 'handleAnywhere', term: 'made_up' },
    ]);
  });

  it('says at the line which identifier cannot be read, and what to write', () => {
    const world = aWorld();
    const payload = anIntelligenceReport({ identifiers: [{ kind: 'phone', text: '0770' }] });
    expect(whyNot(world.ask('intelligence/submit-intelligence', payload, world.people.nurse))).toEqual([
      '/identifiers/0/text unread',
    ]);
  });

  it('names the case from whose page it is sent, and no record that is not there', () => {
    const one = aChildCase().withWorker();
    const { now } = reporting({ caseId: one.id }, one.world);
    expect(now().standing).toMatchObject({
      named: [{ kind: 'childCase', id: one.id }],
      subjectIds: [one.standing.childId],
    });
    const { world } = one;
    const payload = anIntelligenceReport({ named: [{ kind: 'child', id: world.nextId() }] });
    expect(whyNot(world.ask('intelligence/submit-intelligence', payload, world.people.nurse))).toEqual([
      '/named noRecord',
    ]);
  });

  it('gives the desk two working days, and 24 hours where a child may be in danger', () => {
    const due = (report: ReturnType<typeof reporting>) =>
      report.now().standing.clocks.find(({ rule }) => rule === 'intelligence-evaluation')?.due;
    expect(due(reporting())).toBe('2026-11-05T23:59:59.999Z');
    const urgent = reporting({ childInDanger: true });
    expect(Date.parse(due(urgent) ?? '') - Date.parse(urgent.now().standing.submitted?.at ?? '')).toBe(
      86_400_000,
    );
  });
});

describe('who reads a report', () => {
  it('is the desk alone while it is not graded; whoever submitted it reads that it arrived', () => {
    const { reads } = reporting();
    expect(reads('analyst')).toContain('unsanitised');
    expect(reads('supervisor')).toContain('unsanitised');
    expect(reads('nurse')).toEqual(['receipt']);
    for (const who of [
      'worker',
      'manager',
      'auditor',
      'guardian',
      'officer',
      'desk',
      'chair',
      'admin',
    ] as const)
      expect(reads(who)).toEqual([]);
  });

  it('is, at handling P, also those who oversee: that it is there and to whom it went, and never its words', () => {
    const { reads, grade } = reporting();
    grade();
    expect(reads('auditor')).toEqual(['receipt', 'sharing']);
    expect(reads('manager')).toEqual([]);
  });

  it('is, at handling C, nobody more: its existence is closed', () => {
    const { reads, grade, now } = reporting();
    grade(closed);
    expect(now().standing.access?.closed).toBe(true);
    expect(reads('auditor')).toEqual([]);
    expect(reads('guardian')).toEqual([]);
    expect(reads('nurse')).toEqual(['receipt']);
  });

  it('is a recipient for the parts that he or she was given, and no other part', () => {
    const { world, reads, grade, give } = reporting();
    grade(closed);
    give('sanitise', { safety: 'Made up', disruption: 'Made up' });
    give('disseminate', aDissemination(world.people.member.agencyId as string));
    expect(reads('member')).toEqual(['safety', 'sharing']);
    expect(reads('nurse')).toEqual(['receipt']);
    expect(reads('worker')).toEqual([]);
  });
});

describe('what police do with it', () => {
  it('is theirs alone: whoever submitted it may add to it and nothing else', () => {
    const { world, ask } = reporting();
    const grading = aGrading(inDays(world, 90).slice(0, 10));
    expect(ask('evaluate', grading, 'nurse')).toEqual(['forbidden']);
    expect(ask('evaluate', grading, 'officer')).toEqual(['forbidden']);
    expect(ask('add-to-report', { words: 'It was grey' }, 'nurse')).toEqual([]);
    expect(ask('add-to-report', { words: 'It was grey' }, 'member')).toEqual(['forbidden']);
  });

  it('goes to nobody before it is graded and sanitised', () => {
    const { world, ask, grade } = reporting();
    const to = aDissemination(world.people.nurse.agencyId as string);
    expect(ask('disseminate', to)).toEqual(['wrongState']);
    expect(ask('sanitise', { safety: 'Made up' })).toEqual(['wrongState']);
    grade();
    expect(ask('disseminate', to)).toEqual(['wrongState']);
    expect(ask('sanitise', {})).toEqual(['/safety noPart']);
  });

  it('asks for conditions at handling C and for none at P, and for a review within a year', () => {
    const { world, ask } = reporting();
    const day = inDays(world, 90).slice(0, 10);
    expect(ask('evaluate', aGrading(day, { handling: 'C' }))).toEqual(['/conditions conditions']);
    expect(ask('evaluate', aGrading(day, { conditions: ['A1'] }))).toEqual(['/conditions noConditions']);
    expect(ask('evaluate', aGrading('2026-11-01'))).toEqual(['/reviewBy past']);
    expect(ask('evaluate', aGrading('2028-01-01'))).toEqual(['/reviewBy late']);
  });

  it.each([
    ['it came from a child', { fromChild: 'yes' }],
    ['nobody knows whether it came from a child', { fromChild: 'not-known' }],
    ['acting on it could show where it came from', { couldShow: 'yes' }],
  ])('records the risk and the safeguard before dissemination where %s', (_why, over) => {
    const { world, ask, grade, give } = reporting(over);
    grade();
    give('sanitise', { safety: 'Made up' });
    const to = aDissemination(world.people.nurse.agencyId as string);
    expect(ask('disseminate', to)).toEqual(['sourceRisk']);
    give('record-source-risk', { level: 'high', risk: 'Made up', safeguard: 'Made up' });
    expect(ask('disseminate', to)).toEqual([]);
  });

  it('gives only parts that are written, consults the originator at S2, and heeds section 115', () => {
    const { world, ask, grade, give } = reporting();
    grade({ handling: 'C', conditions: ['S2'] });
    expect(ask('sanitise', { safety: 'Made up' })).toEqual(['/consulted originator']);
    give('sanitise', { safety: 'Made up', consulted: 'PC Made-up' });
    const charity = world.people.advocate.agencyId as string;
    expect(
      ask('disseminate', aDissemination(charity, { parts: ['sheet'], consulted: 'PC Made-up' })),
    ).toEqual(['/parts noPart']);
    expect(ask('disseminate', aDissemination(charity))).toEqual(['/consulted originator']);
    const power = { powers: ['crime-and-disorder-1998-115'], consulted: 'PC Made-up' };
    expect(ask('disseminate', aDissemination(charity, power))).toEqual(['/powers voluntaryPower']);
  });

  it('tells those who hold a part that its text is another one, and nobody who holds other parts', () => {
    const { world, grade, give } = reporting();
    grade();
    give('sanitise', { safety: 'Made up', disruption: 'Made up' });
    give('disseminate', aDissemination(world.people.member.agencyId as string));
    const changed = () => world.outgoing.filter(({ kind }) => kind === 'intelligence-changed').length;
    give('sanitise', { disruption: 'Made up otherwise' });
    expect(changed()).toBe(0);
    give('sanitise', { safety: 'Made up otherwise' });
    expect(changed()).toBeGreaterThan(0);
  });

  it('gives what is for covert use alone for a reason that only the desk reads, and never for papers', () => {
    const { world, ask, grade, give, now } = reporting();
    grade(closed);
    give('sanitise', { safety: 'Made up', sheet: 'Made up' });
    const agencyId = world.people.member.agencyId as string;
    expect(ask('disseminate', aDissemination(agencyId, { reasons: undefined }))).toEqual(['/reasons covert']);
    expect(ask('disseminate', aDissemination(agencyId, { parts: ['sheet'] }))).toEqual([
      '/parts covertSheet',
    ]);
    give('disseminate', aDissemination(agencyId, { reasons: canary }));
    const told = world.written.get(now().id)?.filter(({ body }) => JSON.stringify(body).includes(canary));
    expect(told?.map((row) => row.class)).toEqual(['case', 'unsanitised']);
  });

  it('tells recipients that it is withdrawn, and shows them its text no longer', () => {
    const { world, grade, give, reads } = reporting();
    grade();
    give('sanitise', { safety: 'Made up' });
    give('disseminate', aDissemination(world.people.member.agencyId as string));
    give('withdraw-report', { reason: 'Another car' });
    expect(reads('member')).toEqual(['sharing']);
    expect(world.outgoing.filter(({ kind }) => kind === 'intelligence-withdrawn').length).toBeGreaterThan(0);
  });

  it('tells those who hold it of another grade, and asks who keeps it once it is handled with conditions', () => {
    const { world, grade, give, ask, reads, now } = reporting();
    const day = inDays(world, 90).slice(0, 10);
    const agencyId = world.people.member.agencyId as string;
    grade();
    give('sanitise', { safety: 'Made up' });
    give('disseminate', aDissemination(agencyId));
    let before = world.outgoing.length;
    const told = () => {
      const kinds = world.outgoing.slice(before).map(({ kind }) => kind);
      before = world.outgoing.length;
      return kinds;
    };
    grade({ information: 'E' });
    expect(new Set(told())).toEqual(new Set(['intelligence-regraded']));
    expect(ask('evaluate', aGrading(day, closed))).toEqual(['/recipients keepOrWithdraw']);
    const stays = [{ agencyId, stays: true }];
    expect(ask('evaluate', aGrading(day, { ...closed, recipients: stays }))).toEqual(['/reasons covert']);
    const stranger = [{ agencyId: world.nextId(), stays: true }];
    expect(ask('evaluate', aGrading(day, { recipients: stranger }))).toEqual(['/recipients noRecipient']);
    grade({ ...closed, recipients: stays, reasons: 'They watch the shop (made up)' });
    expect(reads('member')).toEqual(['safety', 'sharing']);
    told();
    const narrower = { handling: 'C', conditions: ['A1', 'S2'] };
    expect(ask('evaluate', aGrading(day, narrower))).toEqual(['/recipients keepOrWithdraw']);
    grade({ ...narrower, recipients: [{ agencyId, stays: false }] });
    expect(new Set(told())).toEqual(new Set(['intelligence-withdrawn']));
    expect(reads('member')).toEqual(['sharing']);
    expect(now().standing.recipients).toHaveLength(1);
    expect(ask('evaluate', aGrading(day, closed))).toEqual([]);
  });

  it('tells the submitter that it ended, and not why', () => {
    const { world, give, now, reads } = reporting();
    give('reject', { reason: canary });
    expect(now()).toMatchObject({ state: 'rejected', standing: { clocks: [] } });
    expect(world.outgoing.at(-1)).toMatchObject({
      kind: 'intelligence-ended',
      principal: `user:${world.people.nurse.userId}`,
    });
    expect(reads('nurse')).toEqual(['receipt']);
    expect(world.written.get(now().id)?.find(({ kind }) => kind === 'intelligence-rejected')?.class).toBe(
      'case',
    );
  });

  it('is looked at again by the day set, and then kept with another day or let go', () => {
    const { world, grade, ask, give, now } = reporting();
    grade();
    const review = () =>
      now()
        .standing.clocks.find(({ rule }) => rule === 'intelligence-review')
        ?.due.slice(0, 10);
    expect(review()).toBe(inDays(world, 90).slice(0, 10));
    expect(ask('review-report', { outcome: 'keep', words: 'Made up' })).toEqual(['/reviewBy reviewBy']);
    give('review-report', { outcome: 'keep', words: 'Made up', reviewBy: inDays(world, 120).slice(0, 10) });
    expect(review()).toBe(inDays(world, 120).slice(0, 10));
    give('review-report', { outcome: 'no-longer-needed', words: 'Made up' });
    expect(now().state).toBe('withdrawn');
  });
});

it('a grade is printed in its three parts with its conditions', () => {
  expect(gradeWords({ source: '2', information: 'C', handling: 'C', conditions: ['A1', 'S2'] })).toBe(
    '2 C C (A1, S2)',
  );
});
