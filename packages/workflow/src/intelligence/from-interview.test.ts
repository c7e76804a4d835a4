import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import type { ReturnInterviewStanding } from '../return-interviews/standing.js';
import { anIntelligenceReport } from '../testing/intelligence-payloads.js';
import { anInterview, anOffer, aReport } from '../testing/missing-payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { IntelligenceStanding } from './standing.js';
import { intelligence } from './topic.js';

const found = ['exploitation:driven-or-moved', 'pull:friends'];

/** A child who came back, and an interview of which these findings were recorded; nobody’s case holds the child. */
function anInterviewed(isHeld = true) {
  const world = aWorld({ at: '2026-10-23T18:00:00.000Z' });
  const { coordinator, desk, interviewer } = world.people;
  const described = { firstName: 'Alex', lastName: 'Example', birthDate: '2012-05-06', from: 'return' };
  const childId = world.give('children/record-child', described, coordinator).id;
  const absence = world.give('missing-episodes/report-missing', aReport(childId, world.at), desk).id;
  world.pass(1);
  const returned = { returned: world.at, from: 'Police' };
  world.give('missing-episodes/record-return', returned, desk, { record: absence });
  const offer = anOffer(childId, [absence]);
  const interview = world.give('return-interviews/offer-interview', offer, interviewer).id;
  if (isHeld)
    world.give('return-interviews/record-interview', anInterview({ findings: found }), interviewer, {
      record: interview,
    });
  const ask = (over: object, who: PersonName = 'interviewer') =>
    world.ask('intelligence/submit-intelligence', anIntelligenceReport(over), world.people[who]);
  const now = () => world.getRecord<StoredRecord<ReturnInterviewStanding>>(interview);
  return { world, childId, interview, ask, now };
}

describe('findings of a return home interview that are sent as intelligence', () => {
  it('name the child of themselves, and tell the desk from which interview they come and what was found', () => {
    const { world, childId, interview, ask } = anInterviewed();
    const report = ask({ interviewId: interview, findings: ['exploitation:driven-or-moved'] }).command.record;
    const { standing } = world.getRecord<StoredRecord<IntelligenceStanding>>(report.id);
    expect(standing.subjectIds).toEqual([childId]);
    expect(standing.named).toEqual([{ kind: 'child', id: childId }]);
    expect(
      world.written.get(report.id)?.find(({ kind }) => kind === 'intelligence-report')?.body,
    ).toMatchObject({
      interview: { id: interview, findings: ['exploitation:driven-or-moved'] },
    });
  });

  it('stay known to nobody but the desk, and to whoever sent them that they arrived, until police graded them', () => {
    const { world, interview, ask } = anInterviewed();
    const { id } = ask({ interviewId: interview }).command.record;
    const reads = (who: PersonName) =>
      classesRead(readersOf(intelligence, world.getRecord(id), world.at), world.people[who], world.at);
    expect(world.getRecord(id).standing.access?.closed).toBe(true);
    expect(reads('interviewer')).toEqual(['receipt']);
    expect(reads('coordinator')).toEqual([]);
    expect(reads('auditor')).toEqual([]);
    expect(reads('analyst')).toContain('unsanitised');
  });

  it('are said on the interview, each once, without the report that they became', () => {
    const { world, interview, ask, now } = anInterviewed();
    const first = ask({ interviewId: interview, findings: [found[0]] }).command.record.id;
    const second = ask({ interviewId: interview, findings: found }).command.record.id;
    expect(now().standing.sent).toMatchObject({ findings: found, times: 2 });
    const told = JSON.stringify([now(), world.written.get(interview)]);
    expect(told).not.toContain(first);
    expect(told).not.toContain(second);
  });

  it('were found there, in an interview that was held', () => {
    const { interview, childId, ask } = anInterviewed();
    const not = (over: object) => whyNot(ask(over));
    expect(not({ interviewId: interview, findings: ['push:bullied'] })).toEqual(['/findings notFound']);
    expect(not({ findings: [found[0]] })).toEqual(['/findings noInterview']);
    expect(not({ interviewId: childId })).toEqual(['/interviewId noRecord']);
    const awaited = anInterviewed(false);
    expect(whyNot(awaited.ask({ interviewId: awaited.interview }))).toEqual(['/interviewId notHeld']);
  });
});
