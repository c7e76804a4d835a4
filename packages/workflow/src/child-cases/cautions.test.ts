import { describe, expect, it } from 'vitest';
import { accessRequests } from '../access-requests/topic.js';
import type { StoredRecord } from '../model.js';
import { classesRead } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aClosure, aReferral, aSharing, aTriage } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import type { CautionParty } from './cautions.js';
import { marksName, nameMarks } from './name-marks.js';

const caution = (party: CautionParty) => ({
  party,
  who: 'Made-up stepfather',
  whatNot: 'No letters to the home, no calls to the landline',
  why: 'He opens them and has threatened the child',
  until: '2027-01-10',
});

/** A case of the north team on which a caution stands. */
function cautioned(party: CautionParty, one: ChildCaseBuilder = aChildCase().withWorker()) {
  one.give('set-contact-caution', caution(party), 'manager');
  const release = () =>
    one.give(
      'release-contact-caution',
      { cautionId: one.standing.cautions?.[0]?.id, reason: 'He has moved out' },
      'manager',
    );
  return { one, release };
}

describe('a contact caution', () => {
  it('is set and released by those who answer for the team, and set at night by those on duty', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('set-contact-caution', caution('parent'), 'worker')).toEqual(['forbidden']);
    one.give('set-contact-caution', caution('parent'), 'night');
    const cautionId = one.standing.cautions?.[0]?.id;
    expect(one.whyNot('release-contact-caution', { cautionId, reason: 'x' }, 'night')).toEqual(['forbidden']);
    expect(one.whyNot('release-contact-caution', { cautionId: 'none', reason: 'x' }, 'manager')).toEqual([
      '/cautionId noCaution',
    ]);
    one.give('release-contact-caution', { cautionId, reason: 'Moved out' }, 'manager');
    expect(one.standing.cautions).toEqual([]);
  });

  it('is set by a referral that names a person of concern in the household, and looked at again by the profile', () => {
    const one = aChildCase();
    const asked = one.world.ask(
      'child-cases/record-referral',
      aReferral({ concernAtHome: 'yes' }),
      one.world.people.triage,
    );
    expect(whyNot(asked)).toEqual(['/concernAtHomeWho asked']);
    one.referred({ concernAtHome: 'yes', concernAtHomeWho: 'A made-up lodger' });
    expect(one.standing.cautions).toMatchObject([{ party: 'parent' }]);
    expect(one.clocks).toContain('caution-review');
    const rows = one.world.written.get(one.id)?.filter(({ kind }) => kind.includes('caution'));
    expect(rows?.map((row) => [row.kind, row.class]).sort()).toEqual([
      ['caution-to-heed', 'safety'],
      ['contact-caution', 'caution'],
    ]);
    expect(rows?.[0]?.body).toMatchObject({ who: 'A made-up lodger', until: '2027-02-03' });
  });

  it('keeps its words out of the standing, in a row that the holding team and those who send read', () => {
    const { one } = cautioned('parent');
    expect(JSON.stringify(one.standing)).not.toContain('stepfather');
    const row = one.world.written.get(one.id)?.find(({ kind }) => kind === 'contact-caution');
    expect(row).toMatchObject({ class: 'caution', body: { who: 'Made-up stepfather' } });
    const reads = (who: PersonName) =>
      classesRead(one.world.readers.get(one.id) ?? [], one.world.people[who], one.world.at).includes(
        'caution',
      );
    const people: PersonName[] = [
      'worker',
      'manager',
      'coordinator',
      'governance',
      'nurse',
      'referrer',
      'member',
    ];
    expect(people.filter(reads)).toEqual(['worker', 'manager', 'coordinator', 'governance']);
  });

  it('tells whoever has a part in the case whom to beware of and what not to do, and not why', () => {
    const { one } = cautioned('parent', aChildCase().withWorker().withAction({}, 'nurse'));
    const rows = one.world.written.get(one.id) ?? [];
    const { nurse } = one.world.people;
    const classes = classesRead(one.world.readers.get(one.id) ?? [], nurse, one.world.at);
    const seen = rows.filter((row) => classes.includes(row.class) && row.kind.startsWith('caution'));
    const { why, who, whatNot } = caution('parent');
    expect(seen.map(({ body }) => body)).toMatchObject([{ who, whatNot, party: 'parent' }]);
    expect(JSON.stringify(seen)).not.toContain(why);
  });

  it('is looked at again by the manager on its day, and stands until it is released', () => {
    const { one, release } = cautioned('parent');
    expect(one.due('caution-review')).toBe('2027-01-10T23:59:59.999Z');
    one.world.pass(200);
    expect(one.standing.cautions).toHaveLength(1);
    release();
    expect(one.due('caution-review')).toBeUndefined();
  });

  it('may be set on a closed case too, and is looked at again there', () => {
    const one = aChildCase().closed();
    one.give('set-contact-caution', { ...caution('child'), until: '2027-10-01' }, 'manager');
    expect(one.standing.cautions).toHaveLength(1);
    expect(one.clocks).toContain('caution-review');
  });

  it('is still looked at again after the case has closed, and after it is taken up again', () => {
    const one = aChildCase().referred({ concernAtHome: 'yes', concernAtHomeWho: 'A made-up lodger' });
    const due = one.due('caution-review');
    one.give('decide-triage', aTriage('early-help'), 'triage');
    expect([one.standing.closed?.reason, one.due('caution-review')]).toEqual(['early-help', due]);
    one.give('relist', { reason: 'Made up', teamId: 'team-north' }, 'triage');
    expect(one.standing.clocks).toContainEqual(
      expect.objectContaining({ rule: 'caution-review', due, who: 'team:team-north:manager' }),
    );
  });

  it('that is released leaves the day of the one that stands', () => {
    const { one, release } = cautioned('parent');
    one.give('set-contact-caution', { ...caution('other'), until: '2027-02-20' }, 'manager');
    expect(one.due('caution-review')).toBe('2027-01-10T23:59:59.999Z');
    release();
    expect(one.due('caution-review')).toBe('2027-02-20T23:59:59.999Z');
  });

  it('is not looked at again on a day that is past', () => {
    const past = { ...caution('parent'), until: '2026-10-01' };
    expect(aChildCase().withWorker().whyNot('set-contact-caution', past, 'manager')).toEqual(['/until past']);
  });
});

describe('what a caution stops until it is released', () => {
  const planned = () => aChildCase().graded('low').withAction();

  it.each(['child', 'parent'] as const)('is the plain copy of the plan for the %s', (party) => {
    const { one, release } = cautioned(party, planned());
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    const sharing = aSharing({
      child: { given: true, how: 'By hand' },
      parent: { given: true, how: 'By hand' },
    });
    expect(one.whyNot('share-plan', sharing, 'worker')).toEqual([`/${party}/given caution`]);
    const kept = { ...sharing, [party]: { given: false, whyNot: 'A caution stands' } };
    expect(one.whyNot('share-plan', kept, 'worker')).toEqual([]);
    release();
    expect(one.whyNot('share-plan', sharing, 'worker')).toEqual([]);
  });

  it.each(['child', 'parent'] as const)('is telling the %s of grade, plan or decision', (party) => {
    const { one, release } = cautioned(party);
    const told = { told: true, how: 'By letter' };
    const feedback = { about: ['grade'], what: 'The grade', child: told, parent: told };
    expect(one.whyNot('record-feedback', feedback, 'worker')).toEqual([`/${party}/told caution`]);
    release();
    expect(one.whyNot('record-feedback', feedback, 'worker')).toEqual([]);
  });
});

describe('what a caution stops of a request for access', () => {
  /** A request by a parent, led to where it would be issued. */
  function requested(
    one: ChildCaseBuilder,
    who: string | { kind: string; name: string },
    ...verbs: string[]
  ) {
    const requester = typeof who === 'string' ? { kind: who, name: 'Pat Example' } : who;
    const { world } = one;
    const { governance, guardian } = world.people;
    const record = world.give(
      'access-requests/record-request',
      {
        ...validPayload('access-requests/record-request', { world, record: null }),
        childId: one.standing.childId,
        sought: undefined,
        requester,
      },
      governance,
    ).id;
    const send = (verb: string) => {
      const about: StoredRecord = world.getRecord(record);
      const payload = validPayload(`${accessRequests.name}/${verb}`, { world, record: about });
      const by = /approve|refuse/.test(verb) ? guardian : governance;
      return whyNot(world.ask(`access-requests/${verb}`, payload, by, { record }));
    };
    for (const verb of verbs) expect([verb, send(verb)]).toEqual([verb, []]);
    return send;
  }

  it.each(['ask-requester', 'refuse-request'])('is what %s would send to the parent', (verb) => {
    const { one, release } = cautioned('parent');
    const send = requested(one, 'parent');
    expect(send(verb)).toContain('caution');
    release();
    expect(send(verb)).toEqual([]);
  });

  it('is the answer itself of the bundle', () => {
    const { one, release } = cautioned('parent');
    const send = requested(
      one,
      'parent',
      'confirm-identity',
      'gather-bundle',
      'decide-items',
      'approve-response',
    );
    expect(send('issue-response')).toContain('caution');
    release();
    expect(send('issue-response')).toEqual([]);
  });

  it('is what goes to anybody whom it names', () => {
    const { one } = cautioned('other');
    expect(requested(one, { kind: 'solicitor', name: 'Made-up Stepfather' })('ask-requester')).toContain(
      'caution',
    );
  });

  it('is not what goes to a solicitor, or to somebody of whom no caution stands', () => {
    const { one } = cautioned('parent');
    expect(requested(one, 'solicitor')('ask-requester')).toEqual([]);
    expect(requested(one, 'child')('ask-requester')).toEqual([]);
  });
});

describe('a caution of one case of a child', () => {
  const told = { told: true, how: 'By letter' };
  const feedback = { about: ['grade'], what: 'The grade', child: { ...told }, parent: { ...told } };
  const atHome = { concernAtHome: 'yes', concernAtHomeWho: 'Made-up stepfather' } as const;
  /** Another referral of the same child, in the same books. */
  const again = (one: ChildCaseBuilder) =>
    aChildCase(one.world).referred({ ...atHome, childId: one.standing.childId, child: undefined });
  const heeded = (one: ChildCaseBuilder) => one.whyNot('record-feedback', feedback, 'worker');

  it.each(['open', 'restricted'])('stops the same on every other case, the one being %s', (how) => {
    const one = aChildCase().graded('low');
    const other = again(one);
    if (how === 'restricted') other.give('restrict', { reason: 'Made up', readers: [] }, 'senior');
    expect(heeded(one)).toEqual(['/parent/told caution']);
    one.withAction().give('agree-plan', { kind: 'interim' }, 'manager');
    const given = { given: true, how: 'By hand' };
    const sharing = aSharing({ child: given, parent: given });
    expect(one.whyNot('share-plan', sharing, 'worker')).toEqual(['/parent/given caution']);
    expect(JSON.stringify(one.world.written.get(one.id))).not.toContain('stepfather');
  });

  it.each(['joined', 'relisted'] as const)(
    'goes with its words to the case that its referral %s',
    (outcome) => {
      const one = outcome === 'joined' ? aChildCase().graded('low') : aChildCase().closed();
      const other = again(one);
      const teamId = one.standing.team ?? undefined;
      other.give(
        'decide-triage',
        aTriage(outcome, { otherCaseId: one.id, ...(teamId ? { teamId } : {}) }),
        'triage',
      );
      expect(other.standing.cautions).toEqual([]);
      expect(other.clocks).not.toContain('caution-review');
      expect(one.standing.cautions).toMatchObject([{ party: 'parent' }]);
      expect(one.standing.clocks.find(({ rule }) => rule === 'caution-review')?.who).toBe(
        'team:team-north:manager',
      );
      const rows = one.world.written.get(one.id)?.filter(({ kind }) => kind.includes('caution'));
      expect(rows?.map((row) => [row.kind, row.class]).sort()).toEqual([
        ['caution-to-heed', 'safety'],
        ['contact-caution', 'caution'],
      ]);
      if (outcome === 'relisted') one.withWorker();
      expect(heeded(one)).toEqual(['/parent/told caution']);
      const cautionId = one.standing.cautions?.[0]?.id;
      one.give('release-contact-caution', { cautionId, reason: 'He has moved out' }, 'manager');
      expect(heeded(one)).toEqual([]);
    },
  );

  it('stops still what the other case sends once its own is merged', () => {
    const one = aChildCase().graded('low');
    const other = again(one).withWorker();
    other.give('propose-closure', aClosure({ reason: 'merged' }), 'worker');
    other.give('approve-closure', { reasons: 'Agreed', overrideReasons: 'Made up' }, 'manager');
    expect(other.clocks).toContain('caution-review');
    expect(heeded(one)).toEqual(['/parent/told caution']);
  });
});

describe('a caution that names a parent', () => {
  const carer = { name: 'Made-up stepfather', relation: 'Stepfather', asParent: 'yes', livesWith: 'yes' };
  const given = { given: true, how: 'By hand' };
  const told = { told: true, how: 'By hand' };
  /** A parent of the child on the books: the id under which he or she stands there. */
  const aParent = ({ world, standing }: ChildCaseBuilder, over: object = {}) =>
    world.give('children/record-carer', { ...carer, mayContact: 'yes', ...over }, world.people.triage, {
      record: standing.childId,
    }).command.id;
  const feedback = (parent: object) => ({ about: ['grade'], what: 'The grade', child: told, parent });

  it('stops the plan from going to the only parent, whatever party it is about', () => {
    const one = aChildCase().graded('low').withAction();
    aParent(one);
    one.give('set-contact-caution', caution('other'), 'manager');
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    const sharing = aSharing({ child: given, parent: given });
    expect(one.whyNot('share-plan', sharing, 'worker')).toEqual(['/parent/given caution']);
  });

  it.each(['open', 'restricted'])(
    'stops the same from another case of the child, the one being %s',
    (how) => {
      const one = aChildCase().graded('low');
      const parent = aParent(one);
      const other = aChildCase(one.world).referred({ childId: one.standing.childId, child: undefined });
      other.give('set-contact-caution', caution('other'), 'manager');
      if (how === 'restricted') other.give('restrict', { reason: 'Made up', readers: [] }, 'senior');
      expect(one.whyNot('record-feedback', feedback({ ...told, carerId: parent }), 'worker')).toEqual([
        '/parent/carerId caution',
      ]);
      expect(JSON.stringify(other.standing)).not.toContain('stepfather');
    },
  );

  it('stops the plan for that one of several parents, and for no other', () => {
    const one = aChildCase().graded('low').withAction();
    const [father, mother] = [aParent(one), aParent(one, { name: 'Made-up mother', relation: 'Mother' })];
    one.give('set-contact-caution', caution('other'), 'manager');
    one.give('agree-plan', { kind: 'interim' }, 'manager');
    const sharing = (carerId?: string) => aSharing({ child: given, parent: { ...given, carerId } });
    expect(one.whyNot('share-plan', sharing(), 'worker')).toEqual(['/parent/carerId whichParent']);
    expect(one.whyNot('share-plan', sharing(father), 'worker')).toEqual(['/parent/given caution']);
    expect(one.whyNot('share-plan', sharing(mother), 'worker')).toEqual([]);
    const row = one.world.written.get(one.id)?.find(({ kind }) => kind === 'sharing');
    expect(row?.body).toMatchObject({ parent: { carerId: mother, name: 'Made-up mother' } });
  });

  it('is found by the whole name, and by no name that is part of another or stands apart', () => {
    const marks = nameMarks('salt', 'Ann Marie O’Example (12 Made-up Street), his aunt');
    const names = ['Ann Marie O’Example', 'marie o example', 'Ann', 'Ann Example', 'Exam', 'Anna', ''];
    expect(names.filter((name) => marksName(marks, 'salt', name))).toEqual(names.slice(0, 3));
    expect(marksName(marks, 'pepper', 'Ann')).toBe(false);
  });
});
