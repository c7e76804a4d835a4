import { describe, expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import type { AttendanceEntry, MinuteSection } from '../sittings/standing.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aDecision, aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { RecordPanelDecisionPayload } from './standing.js';

type Over = Partial<RecordPanelDecisionPayload>;
const police = aQuorum().attendance[1] as AttendanceEntry;
const stepDown: Over = { decision: 'step-down', grade: 'low' };

/** A quorate sitting with a medium case before it. */
function heard() {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const sitting = aSitting(world).withItem(one.id).inSession().hearing(one.id);
  return { world, one, sitting };
}

const itemOf = (sitting: SittingBuilder, caseId: string) => sitting.itemOf(caseId);

function asking(sitting: SittingBuilder, caseId: string, over: Over, who: PersonName = 'coordinator') {
  const { world } = sitting;
  const record = itemOf(sitting, caseId).id;
  return whyNot(
    world.ask('agenda-items/record-panel-decision', aDecision(over), world.people[who], { record }),
  );
}

const attend = (sitting: SittingBuilder, ...attendance: AttendanceEntry[]) =>
  sitting.give('record-attendance', { attendance });

function minutesOf({ world, id }: SittingBuilder): MinuteSection[] {
  const row = (world.written.get(id) ?? []).find(({ kind }) => kind === 'minutes') as { body: object };
  return (row.body as { sections: MinuteSection[] }).sections;
}

describe('the quorum of a decision', () => {
  it('is that of those who are there when it is taken: after the police left at 11:20 nothing is stepped down', () => {
    const { sitting, one, world } = heard();
    attend(sitting, { ...police, attendance: 'left' });
    expect(sitting.record.standing).toMatchObject({ quorate: false, present: ['health', 'social-care'] });
    expect(asking(sitting, one.id, stepDown)).toEqual(['/decision inquorate']);
    expect(asking(sitting, one.id, {})).toEqual(['/inquorateReason asked']);
    const reason = 'The police were called away';
    expect(asking(sitting, one.id, { inquorateReason: reason, chairDecided: true })).toEqual([]);
    const row = world.written.get(itemOf(sitting, one.id).id)?.find(({ kind }) => kind === 'decision');
    expect(row?.body).toMatchObject({
      quorum: {
        quorate: false,
        present: ['health', 'social-care'],
        inquorateReason: reason,
        who: [{ name: 'Made-up social-care' }, { name: 'Made-up health' }],
      },
    });
    expect(itemOf(sitting, one.id).standing.decision?.inquorate).toBe(true);
  });

  it('is there again when they come back, and the decision keeps that', () => {
    const { sitting, one } = heard();
    attend(sitting, { ...police, attendance: 'left' });
    attend(sitting, police);
    expect(asking(sitting, one.id, stepDown)).toEqual([]);
    expect(itemOf(sitting, one.id).standing.decision).not.toHaveProperty('inquorate');
  });

  it('counts a substitute, and no presenter, observer, or member who comes for another item', () => {
    const { sitting, one } = heard();
    attend(sitting, { ...police, attendance: 'left' });
    const another = { ...police, name: 'Another officer' };
    attend(sitting, { ...another, as: 'presenter' });
    expect(asking(sitting, one.id, stepDown)).toEqual(['/decision inquorate']);
    attend(sitting, { ...another, as: 'observer', confidentialitySigned: true });
    expect(asking(sitting, one.id, stepDown)).toEqual(['/decision inquorate']);
    attend(sitting, { ...another, as: 'substitute', substituteFor: police.name });
    expect(asking(sitting, one.id, stepDown)).toEqual([]);
  });

  it('counts who comes for this item alone, for this item alone', () => {
    const { world, one } = heard();
    const other = aChildCase(world).listed();
    const next = aSitting(world, 28).withItem(other.id).inSession();
    attend(next, { ...police, itemIds: [itemOf(next, other.id).id] });
    expect(next.record.standing.quorate).toBe(false);
    next.hearing(other.id);
    expect(asking(next, other.id, stepDown)).toEqual([]);
    expect(one.state).toBe('planning/beforePanel');
  });

  it('counts nobody who has withdrawn from the item', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const { officer } = world.people;
    one.give('declare-connection', { userId: officer.userId, reason: 'Made-up cousin' }, 'chair');
    const sitting = aSitting(world).withItem(one.id).papersIssued();
    const [care, , health] = aQuorum().attendance as AttendanceEntry[];
    const account = { ...police, name: officer.name, userId: officer.userId };
    sitting.give('record-attendance', { attendance: [care, health, account] });
    sitting.give('start-sitting', {}, 'chair').hearing(one.id);
    expect(asking(sitting, one.id, stepDown)).toEqual(['/decision inquorate']);
  });
});

describe('a personal connection declared in the room', () => {
  const declare = (sitting: SittingBuilder, caseId: string, payload: object, who: PersonName) => {
    const { world } = sitting;
    const record = itemOf(sitting, caseId).id;
    return whyNot(
      world.ask(
        'agenda-items/declare-item-connection',
        { reason: 'A made-up cousin', ...payload },
        world.people[who],
        { record },
      ),
    );
  };

  it('hides the item from the member at once; the minutes say that one withdrew, a restricted note who and why', () => {
    const { world, sitting, one } = heard();
    const { member, chair } = world.people;
    expect(declare(sitting, one.id, {}, 'member')).toEqual([]);
    const item = itemOf(sitting, one.id);
    const reads = (who: typeof member | typeof chair) =>
      classesRead(world.readers.get(item.id) ?? [], who, world.at);
    expect(reads(member)).toEqual([]);
    expect(reads(chair)).toContain('restricted');
    const text = JSON.stringify(minutesOf(sitting.ended()));
    expect(text).toContain('One member withdrew.');
    expect(text).not.toContain('cousin');
    expect(text).not.toContain(member.name);
    const rows = world.written.get(item.id) ?? [];
    expect(
      rows.filter(({ body }) => JSON.stringify(body).includes('cousin')).map((row) => row.class),
    ).toEqual(['restricted']);
  });

  it('of somebody else is declared by the chair or the coordinator, once, of somebody with an account', () => {
    const { world, sitting, one } = heard();
    const userId = world.people.member.userId;
    expect(declare(sitting, one.id, { userId: world.people.chair.userId }, 'member')).toEqual([
      '/userId ownConnection',
    ]);
    expect(declare(sitting, one.id, { userId: 'nobody' }, 'chair')).toEqual(['/userId noPerson']);
    expect(declare(sitting, one.id, { userId }, 'coordinator')).toEqual([]);
    expect(declare(sitting, one.id, { userId }, 'chair')).toEqual(['/userId known']);
    expect(declare(sitting, one.id, {}, 'worker')).toEqual(['forbidden']);
  });
});

describe('attendance', () => {
  it('changes one line at a time: two people who record at once take nothing from each other', () => {
    const { sitting, world } = heard();
    const nurse: AttendanceEntry = { ...police, name: 'Nora', agency: 'health', agencyKind: 'health' };
    attend(sitting, nurse);
    attend(sitting, { ...police, name: 'Olga', attendance: 'apologies' });
    const rows = world.written.get(sitting.id) ?? [];
    const row = rows.find(({ kind }) => kind === 'attendance') as { body: object };
    const { attendance } = row.body as { attendance: AttendanceEntry[] };
    expect(attendance.map(({ name }) => name)).toEqual([
      ...aQuorum().attendance.map(({ name }) => name),
      'Nora',
      'Olga',
    ]);
  });

  it('says in the minutes who came late, who left when, for whom and for which items', () => {
    const { sitting, one } = heard();
    const item = itemOf(sitting, one.id).id;
    attend(sitting, { ...police, attendance: 'left', leftAt: '2026-11-03T11:20:00.000Z' });
    const late = { ...police, name: 'Late', arrivedAt: '2026-11-03T11:05:00.000Z', itemIds: [item] };
    attend(sitting, { ...late, as: 'presenter' });
    attend(sitting, {
      ...police,
      name: 'Sub',
      as: 'substitute',
      substituteFor: 'Mel',
      arrivedAt: '2026-11-03T11:30:00.000Z',
    });
    const update = {
      attendance: 'apologies-with-update',
      updateReceived: '2026-11-02T08:15:00.000Z',
    } as const;
    attend(sitting, { ...police, name: 'Away', ...update });
    const minutes = minutesOf(sitting.ended());
    const text = minutes[0]?.text ?? '';
    expect(text).toContain('Made-up police (police, left at 11:20)');
    expect(text).not.toContain('Late');
    expect(minutes.find(({ itemId }) => itemId === item)?.text).toContain(
      'Here for this item: Late (police, presenter, from 11:05).',
    );
    expect(text).toContain('Sub (police, substitute, for Mel, from 11:30)');
    expect(text).toContain(
      'Apologies: Away (police, written update received 08:15 on Monday 2 November 2026).',
    );
  });
});

describe('notes', () => {
  it('are added before, during and after the decision, and all stand in the minutes in their order', () => {
    const { world, sitting, one } = heard();
    const item = itemOf(sitting, one.id);
    const { chair, coordinator, member } = world.people;
    const note = (text: string, who: typeof chair | typeof coordinator | typeof member) =>
      whyNot(world.ask('agenda-items/record-note', { text }, who, { record: item.id }));
    expect(note('The school reports', coordinator)).toEqual([]);
    expect(asking(sitting, one.id, {}, 'chair')).toEqual([]);
    expect(note('The nurse adds', chair)).toEqual([]);
    expect(note('No business of mine', member)).toEqual(['forbidden']);
    expect(itemOf(sitting, one.id).version).toBe(item.version + 1);
    const section = minutesOf(sitting.ended()).find(({ itemId }) => itemId === item.id);
    expect(section?.text).toMatch(/^The school reports\nThe nurse adds\nDecision: continue\./);
    expect(note('Too late', chair)).toEqual(['inSession']);
  });
});

describe('a decision taken without a quorum', () => {
  function inquorate() {
    const { world, sitting, one } = heard();
    attend(sitting, { ...police, attendance: 'left' });
    sitting.deciding(one.id, { inquorateReason: 'Called away' }).ended();
    const record = itemOf(sitting, one.id).id;
    const ratify = (payload: object, who: PersonName = 'chair') =>
      whyNot(world.ask('agenda-items/ratify-decision', payload, world.people[who], { record }));
    return { world, sitting, one, record, ratify };
  }

  it('says so in the minutes and waits for its ratification, on a clock', () => {
    const { sitting, one } = inquorate();
    const item = itemOf(sitting, one.id);
    expect(item.standing.clocks.map(({ rule }) => rule)).toEqual(['ratification']);
    const section = minutesOf(sitting).find(({ itemId }) => itemId === item.id);
    expect(section?.text).toContain('Decided without a quorum');
  });

  it('is ratified once, by the chair, at a later sitting in quorum, which minutes it', () => {
    const { world, sitting, one, record, ratify } = inquorate();
    const next = aSitting(world, 28).withItem(one.id);
    expect(ratify({ sittingId: next.id })).toEqual(['/sittingId notQuorate']);
    next.inSession();
    expect(ratify({ sittingId: next.id }, 'coordinator')).toEqual(['forbidden']);
    expect(ratify({ sittingId: sitting.id })).toEqual(['/sittingId notQuorate']);
    expect(ratify({ sittingId: next.id })).toEqual([]);
    expect(ratify({ sittingId: next.id })).toEqual(['ratified']);
    expect(world.getRecord(record).standing.clocks).toEqual([]);
    const item = itemOf(sitting, one.id);
    const texts = minutesOf(next.ended()).map(({ text }) => text);
    expect(texts).toContain(
      `${item.standing.reference} of Made-up panel of Tuesday 17 November 2026, decided without a quorum (continue), was ratified.`,
    );
  });

  it('is ratified between sittings by the chair’s rule, with a reason', () => {
    const { ratify } = inquorate();
    expect(ratify({})).toEqual(['/reason asked']);
    expect(ratify({ reason: 'Two agencies agreed by telephone' })).toEqual([]);
  });

  it('taken in quorum is not ratified', () => {
    const { world, sitting, one } = heard();
    sitting.deciding(one.id);
    const record = itemOf(sitting, one.id).id;
    expect(
      whyNot(world.ask('agenda-items/ratify-decision', { reason: 'x' }, world.people.chair, { record })),
    ).toEqual(['ratified']);
  });
});

describe('the minutes of the last sitting', () => {
  it('are agreed at the next one while it is in session, and that one minutes it', () => {
    const { world, sitting, one } = heard();
    sitting.deciding(one.id).ended();
    const next = aSitting(world, 28).withItem(one.id);
    const agree = (sittingId: string) =>
      whyNot(world.ask('sittings/agree-minutes', { sittingId }, world.people.chair, { record: sitting.id }));
    expect(agree(next.id)).toEqual(['/sittingId notInSession']);
    next.inSession();
    const police = aQuorum().attendance[1] as AttendanceEntry;
    attend(next, { ...police, attendance: 'left' });
    expect(agree(next.id)).toEqual(['/sittingId notQuorate']);
    attend(next, police);
    expect(agree(next.id)).toEqual([]);
    expect(sitting.record.state).toBe('minutesAgreed');
    const texts = minutesOf(next.ended()).map(({ text }) => text);
    expect(texts).toContain(
      'The minutes of Made-up panel of Tuesday 17 November 2026, version 1, were agreed.',
    );
  });
});
