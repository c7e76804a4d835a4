import { describe, expect, it } from 'vitest';
import { accessRequests } from '../access-requests/topic.js';
import type { StoredRecord } from '../model.js';
import { classesRead } from '../readers.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aReferral, aSharing } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import type { CautionParty } from './cautions.js';

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

  it('may be set on a closed case too, where no clock runs', () => {
    const { one } = cautioned('child', aChildCase().closed());
    expect(one.standing.cautions).toHaveLength(1);
    expect(one.clocks).not.toContain('caution-review');
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
  function requested(one: ChildCaseBuilder, kind: string, ...verbs: string[]) {
    const { world } = one;
    const { governance, guardian } = world.people;
    const record = world.give(
      'access-requests/record-request',
      {
        ...validPayload('access-requests/record-request', { world, record: null }),
        childId: one.standing.childId,
        sought: undefined,
        requester: { kind, name: 'Pat Example' },
      },
      governance,
    ).id;
    const send = (verb: string) => {
      const about: StoredRecord = world.getRecord(record);
      const payload = validPayload(`${accessRequests.name}/${verb}`, { world, record: about });
      const who = /approve|refuse/.test(verb) ? guardian : governance;
      return whyNot(world.ask(`access-requests/${verb}`, payload, who, { record }));
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

  it('is not what goes to a solicitor, or to somebody of whom no caution stands', () => {
    const { one } = cautioned('parent');
    expect(requested(one, 'solicitor')('ask-requester')).toEqual([]);
    expect(requested(one, 'child')('ask-requester')).toEqual([]);
  });
});
