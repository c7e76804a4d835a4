import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aDecision, aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { AttendanceEntry } from './standing.js';

const [care, police, health] = aQuorum().attendance as [AttendanceEntry, AttendanceEntry, AttendanceEntry];

/** A sitting with a medium case on its agenda and its papers out; of a panel with these members where one is asked for. */
function issued(ofPanel = false) {
  const world = aWorld();
  const panel = ofPanel ? aPanel(world).withMembers('officer', 'nurse') : null;
  const one = aChildCase(world).listed();
  const sitting = aSitting(world, 14, panel?.id).withItem(one.id).papersIssued();
  return { world, one, sitting, people: world.people, panel };
}

const attend = (sitting: SittingBuilder, ...attendance: AttendanceEntry[]) =>
  sitting.give('record-attendance', { attendance });

function lines({ world, id }: SittingBuilder): AttendanceEntry[] {
  const row = (world.written.get(id) ?? []).find(({ kind }) => kind === 'attendance') as { body: object };
  return (row.body as { attendance: AttendanceEntry[] }).attendance;
}

const steppingDown = (sitting: SittingBuilder, caseId: string) =>
  whyNot(
    sitting.world.ask(
      'agenda-items/record-panel-decision',
      aDecision({ decision: 'step-down', grade: 'low' }),
      sitting.world.people.chair,
      { record: sitting.itemOf(caseId).id },
    ),
  );

describe('the quorum is of people, not of what is typed', () => {
  it('takes the kind of agency from the account: a social worker typed in as police is social care', () => {
    const { sitting, people } = issued();
    const { worker } = people;
    attend(sitting, care, health, { ...police, userId: worker.userId, name: worker.name });
    expect(sitting.record.standing).toMatchObject({ quorate: false, present: ['health', 'social-care'] });
    expect(lines(sitting).at(-1)).toMatchObject({ name: worker.name, agencyKind: 'social-care' });
  });

  it('calls whoever has an account by the name of the account', () => {
    const { sitting, people } = issued();
    attend(sitting, { ...police, userId: people.officer.userId, name: 'Somebody else' });
    expect(lines(sitting)).toMatchObject([{ name: people.officer.name }]);
  });

  it('counts one person once, typed in as three agencies', () => {
    const { sitting } = issued();
    const name = 'Pat Everywhere';
    attend(sitting, { ...care, name }, { ...police, name }, { ...health, name: ' pat everywhere ' });
    expect(sitting.record.standing).toMatchObject({ quorate: false, present: ['social-care'] });
  });

  it('counts two people of one name who both have accounts', () => {
    const { sitting, world, people } = issued();
    const { agencyId } = people.nurse;
    const account = {
      name: people.officer.name,
      email: 'namesake@example.test',
      agencyId,
      roles: ['worker' as const],
    };
    const namesake = world.give('users/add-user', account, people.admin).id;
    attend(sitting, care, { ...police, userId: people.officer.userId }, { ...health, userId: namesake });
    expect(sitting.record.standing.quorate).toBe(true);
  });

  it('refuses a line of an account that is not there', () => {
    const { sitting, world, people } = issued();
    const attendance = [{ ...police, userId: '00000000-0000-7000-8000-000000000000' }];
    const asked = world.ask('sittings/record-attendance', { attendance }, people.chair, {
      record: sitting.id,
    });
    expect(whyNot(asked)).toEqual(['/attendance/0/userId noPerson']);
  });

  it('finds the account of a line that was typed in by name: a declared connection then takes the member out of it', () => {
    const { sitting, world, people, one } = issued();
    const { officer } = people;
    attend(sitting, care, health, { ...police, name: officer.name.toUpperCase() });
    expect(lines(sitting).at(-1)).toMatchObject({ userId: officer.userId });
    sitting.give('start-sitting', {}, 'chair').hearing(one.id);
    const declared = { userId: officer.userId, reason: 'A made-up cousin' };
    const record = sitting.itemOf(one.id).id;
    world.give('agenda-items/declare-item-connection', declared, people.chair, { record });
    expect(steppingDown(sitting, one.id)).toEqual(['/decision inquorate']);
  });
});

describe('of a panel on the books', () => {
  const all = ({ officer, nurse, chair }: ReturnType<typeof issued>['people']): AttendanceEntry[] => [
    { ...care, userId: chair.userId },
    { ...police, userId: officer.userId },
    { ...health, userId: nurse.userId },
  ];

  it('the chair and those on its list are counted', () => {
    const { sitting, people } = issued(true);
    attend(sitting, ...all(people));
    expect(sitting.record.standing.quorate).toBe(true);
  });

  it('nobody else is, whatever part is typed; who was put on the list meanwhile is, when attendance is said again', () => {
    const { sitting, people, panel } = issued(true);
    const [chair, , nurse] = all(people) as [AttendanceEntry, AttendanceEntry, AttendanceEntry];
    const { desk } = people;
    attend(sitting, chair, nurse, police, { ...police, userId: desk.userId, as: 'substitute' });
    expect(sitting.record.standing).toMatchObject({ quorate: false, present: ['health', 'social-care'] });
    expect(lines(sitting).map(({ notListed }) => Boolean(notListed))).toEqual([false, false, true, true]);
    panel?.withMembers('desk');
    attend(sitting, nurse);
    expect(sitting.record.standing.quorate).toBe(true);
    expect(lines(sitting).at(-1)).toMatchObject({ as: 'member' });
  });

  it('somebody on its list without an account is counted under the kind of agency of the list', () => {
    const { sitting, people, panel } = issued(true);
    const [chair, , nurse] = all(people) as [AttendanceEntry, AttendanceEntry, AttendanceEntry];
    const join = [{ name: 'Sol School', agency: 'School', agencyKind: 'education', as: 'member' }];
    panel?.give('change-members', { join, reason: 'Made up' });
    attend(sitting, chair, nurse, { ...police, name: 'Sol School' });
    expect(sitting.record.standing).toMatchObject({ present: ['education', 'health', 'social-care'] });
  });
});
