import { describe, expect, it } from 'vitest';
import type { Reader, StoredRecord } from './model.js';
import { classesRead, readersOf } from './readers.js';
import { type Role, roles } from './roles.js';
import { aChildCase } from './testing/a-child-case.js';
import { aSitting } from './testing/a-sitting.js';
import { topicOf } from './topics.js';

const one = aChildCase()
  .withWorker()
  .withAction({}, 'nurse')
  .withAction({ part: 'disruption' }, 'desk')
  .listed();
const { world } = one;
const sitting = aSitting(world).withItem(one.id).inSession();
const [safety, disruption] = world.all('planAction') as [StoredRecord, StoredRecord];
const { worker, nurse, desk, referrer, chair } = world.people;

/** Some record, as each sort of principal reads it. */
const records: { [name: string]: StoredRecord } = {
  'a listed case': one.record,
  'an action of the safety part': safety,
  'an action of the disruption part': disruption,
  'its child': world.getRecord(one.standing.childId),
  'its item': sitting.itemOf(one.id),
  'a sitting in session': world.getRecord(sitting.id),
};

/** Who is asked about: every role without a team, those of the team that holds the case, and each person it names. */
const askers: { [name: string]: Parameters<typeof classesRead>[1] } = {
  ...Object.fromEntries(
    roles.map((role) => [role, { userId: null, agencyId: null, teamId: null, roles: [role] as Role[] }]),
  ),
  ...Object.fromEntries(
    (['manager', 'worker'] as const).map((role) => [
      `north ${role}`,
      { userId: null, agencyId: null, teamId: one.standing.team, roles: [role] },
    ]),
  ),
  'the allocated worker': { userId: worker.userId, agencyId: null, teamId: null, roles: [] },
  'the owner of the safety action': { userId: nurse.userId, agencyId: null, teamId: null, roles: [] },
  'the owner of the disruption action': { userId: desk.userId, agencyId: null, teamId: null, roles: [] },
  'whoever chairs the sitting': { userId: chair.userId, agencyId: null, teamId: null, roles: [] },
  'the referrer of the case': { userId: referrer.userId, agencyId: null, teamId: null, roles: [] },
};

/** Who reads what, line by line: by everybody of the lists on the left, the classes on the right, and nothing else. */
const expected: { [name: string]: { [classes: string]: string } } = {
  'a listed case': {
    'case caution receipt safety sheet': 'triage-social-worker, triage-officer, coordinator',
    'case caution disruption receipt safety sheet': 'senior, auditor, north worker, the allocated worker',
    'case restricted safety sheet': 'chair, deputy-chair',
    'safety sheet': 'member, substitute',
    'case caution receipt restricted safety sheet': 'information-governance, caldicott-guardian',
    'case caution disruption receipt restricted safety sheet': 'north manager',
    'own safety': 'the owner of the safety action',
    disruption: 'the owner of the disruption action',
    receipt: 'the referrer of the case',
  },
  'an action of the safety part': {
    'case safety': 'senior, auditor, information-governance',
    safety:
      'coordinator, chair, deputy-chair, caldicott-guardian, north manager, north worker, the allocated worker, the owner of the safety action',
  },
  'an action of the disruption part': {
    'case disruption': 'senior, auditor',
    disruption:
      'chair, deputy-chair, north manager, north worker, the allocated worker, the owner of the disruption action',
  },
  'its child': {
    case: 'triage-social-worker, triage-officer, senior, coordinator, chair, deputy-chair, auditor, information-governance, caldicott-guardian, north manager, north worker, the allocated worker',
    identity: 'duty-manager, out-of-hours, intelligence-officer, intelligence-supervisor, police-desk',
  },
  'its item': {
    'case disruption sheet': 'senior, auditor',
    sheet: 'coordinator, member, substitute',
    'disruption restricted sheet': 'chair, deputy-chair',
    'restricted sheet': 'caldicott-guardian',
    'case sheet': 'information-governance',
  },
  'a sitting in session': {
    'case safety sheet': 'senior, auditor',
    'safety sheet': 'coordinator, chair, deputy-chair, member, substitute, whoever chairs the sitting',
    sheet: 'caldicott-guardian',
    'case sheet': 'information-governance',
  },
};

function told(record: StoredRecord, readers: readonly Reader[]): { [classes: string]: string } {
  const groups: { [classes: string]: string[] } = {};
  for (const [name, who] of Object.entries(askers)) {
    const classes = classesRead(readers, who, record.at).join(' ');
    if (classes) groups[classes] = [...(groups[classes] ?? []), name];
  }
  return Object.fromEntries(Object.entries(groups).map(([classes, names]) => [classes, names.join(', ')]));
}

describe.each(Object.entries(records))('%s', (name, record) => {
  const readers = readersOf(topicOf(record.kind), record, record.at);

  it('is read by whom domain and examples name, class by class, and by nobody else', () => {
    expect(told(record, readers)).toEqual(expected[name]);
  });

  const lines = readers.filter(({ principal }) => principal !== 'clock');
  it.each(
    lines.map((line) => [`${line.principal.replace(/[0-9a-f-]{36}/, '…')} ${line.class}`, line] as const),
  )('an example fails without the line %s, and where it is for everybody', (_, line) => {
    const without = readers.filter((other) => other !== line);
    expect(told(record, without)).not.toEqual(expected[name]);
    const wider = readers.map((other) => (other === line ? { ...line, principal: 'everyone' } : other));
    expect(told(record, wider)).not.toEqual(expected[name]);
  });
});
