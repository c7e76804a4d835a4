import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { someItems } from '../testing/governance-payloads.js';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import { issuedText } from './bundle.js';
import { exemptions, exemptionsOn } from './exemptions.js';
import type { AccessRequestStanding, ItemDecided } from './standing.js';

function requested(over: object = {}, one = aChildCase().withWorker()) {
  const { world } = one;
  const { governance, guardian } = world.people;
  const asked = validPayload('access-requests/record-request', { world, record: null });
  const payload = { ...asked, childId: one.standing.childId, sought: undefined, ...over };
  const record = world.give('access-requests/record-request', payload, governance).id;
  const ask = (verb: string, more: object = {}, who = governance, on = record) =>
    world.ask(`access-requests/${verb}`, more, who, { record: on });
  const give = (verb: string, more: object = {}, who = governance, on = record) =>
    expect([verb, whyNot(ask(verb, more, who, on))]).toEqual([verb, []]);
  const standing = () => world.getRecord(record).standing as AccessRequestStanding;
  const due = () => standing().clocks.find(({ rule }) => rule === 'access-response')?.due;
  const child = world.all('child')[0] as never;
  const items = someItems(child, [
    world.people.nurse.agencyId as string,
    world.people.desk.agencyId as string,
  ]);
  const parts = () => world.all('accessRequest').filter(({ id }) => id !== record);
  return { one, world, record, ask, give, standing, due, items, parts, governance, guardian };
}

const on = (id: string, decision: ItemDecided['decision'], more: object = {}) => ({ id, decision, ...more });

describe('the time for an answer', () => {
  it('is one calendar month from receipt', () => {
    expect(requested({ receivedOn: '2026-11-03' }).due()).toMatch(/^2026-12-03T/);
    expect(requested({ receivedOn: '2026-10-31' }).due()).toMatch(/^2026-11-30T/);
  });

  it('counts from the day on which it is known who asks, where that had to be asked', () => {
    const { world, give, due } = requested({ receivedOn: '2026-11-01' });
    give('ask-requester', { for: 'identity', words: 'A letter, please' });
    expect(due()).toBeUndefined();
    world.pass(10);
    give('confirm-identity', { how: 'document-seen' });
    expect(due()).toMatch(/^2026-12-13T/);
  });

  it('stands still while the requester is asked to say more, day by day', () => {
    const { world, ask, give, due } = requested({ receivedOn: '2026-11-03' });
    give('confirm-identity', { how: 'known-in-person' });
    expect(due()).toMatch(/^2026-12-03T/);
    expect(whyNot(ask('record-answer', { words: 'All' }))).toEqual(['notAsked']);
    give('ask-requester', { for: 'clarification', words: 'Which years?' });
    expect(whyNot(ask('ask-requester', { for: 'clarification', words: 'Again' }))).toEqual(['waits']);
    world.pass(6);
    give('record-answer', { words: 'All of them' });
    expect(due()).toMatch(/^2026-12-10T/);
  });

  it('is extended once, by two months, within the first and with a reason', () => {
    const { world, ask, give, due } = requested({ receivedOn: '2026-11-03' });
    give('extend-time', { ground: 'complex', reason: 'Six agencies' });
    expect(due()).toMatch(/^2027-02-03T/);
    expect(whyNot(ask('extend-time', { ground: 'complex', reason: 'More' }))).toEqual(['extended']);
    const late = requested({ receivedOn: '2026-11-03' });
    late.world.pass(40);
    expect(whyNot(late.ask('extend-time', { ground: 'complex', reason: 'Late' }))).toEqual(['late']);
    expect(world.getRecord(late.record)).toBeDefined();
  });
});

describe('an item of the bundle', () => {
  const ready = () => {
    const one = requested();
    one.give('confirm-identity', { how: 'document-seen' });
    one.give('gather-bundle', { items: one.items });
    return one;
  };
  const [first, second] = [0, 1];

  it.each<[string, object, string[]]>([
    ['is released whole', { decision: 'release' }, []],
    [
      'is not released with an exemption',
      { decision: 'release', exemption: 'crime' },
      ['/items/0/decision released'],
    ],
    ['is withheld by an exemption', { decision: 'withhold', exemption: 'third-party' }, []],
    ['is not withheld without one', { decision: 'withhold' }, ['/items/0/exemption exemption']],
    [
      'is not withheld by a word that is none',
      { decision: 'withhold', exemption: 'x' },
      ['/items/0/exemption exemption'],
    ],
    ['is redacted by marks', { decision: 'redact', exemption: 'crime', spans: [{ from: 0, to: 4 }] }, []],
    [
      'is redacted by other words',
      { decision: 'redact', exemption: 'crime', replacement: 'A neighbour' },
      [],
    ],
    [
      'is not redacted without either',
      { decision: 'redact', exemption: 'crime' },
      ['/items/0/spans redaction'],
    ],
    [
      'is not redacted beyond its end',
      { decision: 'redact', exemption: 'crime', spans: [{ from: 0, to: 41 }] },
      ['/items/0/spans outside'],
    ],
  ])('%s', (_name, decided, faults) => {
    const { ask, items } = ready();
    expect(whyNot(ask('decide-items', { items: [{ id: items[first]?.id, ...decided }] }))).toEqual(faults);
  });

  it.each([
    ['parent', []],
    ['child', ['/items/0/exemption exemption']],
    ['solicitor', ['/items/0/exemption exemption']],
  ] as const)(
    'asked for by a %s: the child’s best interests and wishes hold against a parent alone (Schedule 3)',
    (kind, why) => {
      const one = requested({ requester: { kind, name: 'Pat Example' } });
      one.give('confirm-identity', { how: 'document-seen' });
      one.give('gather-bundle', { items: one.items });
      const id = one.items[first]?.id;
      for (const exemption of ['child-abuse', 'social-work-wishes', 'health-wishes'])
        expect(whyNot(one.ask('decide-items', { items: [{ id, decision: 'withhold', exemption }] }))).toEqual(
          why,
        );
      expect(exemptions.every(({ citation }) => /^Data Protection Act 2018, /.test(citation))).toBe(true);
    },
  );

  it('that changed since is decided anew; one that did not keeps its decision', () => {
    const { give, items, standing } = ready();
    expect(standing().undecided).toBe(2);
    give('decide-items', { items: items.map(({ id }) => on(id, 'release')) });
    expect(standing().undecided).toBe(0);
    const changed = items.map((item, index) =>
      index === second ? { ...item, digest: 'f'.repeat(64) } : item,
    );
    give('gather-bundle', { items: changed });
    expect(standing().undecided).toBe(1);
  });

  it('leaves nothing of what is blacked out', () => {
    const text = 'Mum said that Uncle Kit drove her';
    const spans = [
      { from: 14, to: 23 },
      { from: 20, to: 23 },
    ];
    const shown = issuedText(text, { id: 'x', decision: 'redact', exemption: 'third-party', spans });
    expect(shown).toBe('Mum said that [redacted] drove her');
    expect(issuedText(text, { id: 'x', decision: 'redact', replacement: 'Somebody drove her' })).toBe(
      'Somebody drove her',
    );
    expect(issuedText(text, { id: 'x', decision: 'withhold' })).toBeNull();
  });
});

describe('the answer', () => {
  it('is approved by somebody who decided on nothing, once every item is decided, and then issued', () => {
    const { ask, give, items, guardian, governance, world, record } = requested();
    give('confirm-identity', { how: 'document-seen' });
    expect(whyNot(ask('decide-items', { items: [] }))).toEqual(['bundle']);
    give('gather-bundle', { items });
    expect(whyNot(ask('approve-response', {}, guardian))).toEqual(['undecided']);
    give('decide-items', { items: items.map(({ id }) => on(id, 'release')) });
    expect(whyNot(ask('approve-response', {}, governance))).toEqual(['secondPerson']);
    const post = {
      role: 'caldicott-guardian',
      agencyId: guardian.agencyId,
      teamId: null,
      from: '2020-01-01T00:00:00.000Z',
      until: '2200-01-01T00:00:00.000Z',
      standsInFor: guardian.userId,
    } as const;
    expect(whyNot(ask('approve-response', {}, { ...governance, posts: [post] }))).toEqual(['secondPerson']);
    const issue = { changed: 0, digest: '0'.repeat(64), released: 2, redacted: 0, withheld: 0 };
    expect(whyNot(ask('issue-response', issue))).toEqual(['wrongState']);
    expect(world.queue.get(record)?.map(({ principal }) => principal)).toContain('role:caldicott-guardian');
    give('approve-response', {}, guardian);
    give('return-response', { reason: 'One again' }, guardian);
    give('approve-response', {}, guardian);
    give('issue-response', issue);
    expect(world.history.at(-1)?.ended).toMatchObject([{ rule: 'access-response', how: 'met' }]);
  });

  it('waits for an agency that was asked, until its time is over', () => {
    const { world, ask, give, items, guardian, governance, record } = requested();
    give('confirm-identity', { how: 'document-seen' });
    give('gather-bundle', { items });
    give('decide-items', { items: items.map(({ id }) => on(id, 'release')) });
    const { nurse, desk } = world.people;
    const question = { requestId: record, question: 'What speaks against it?', items: [] };
    const put = (contact: typeof nurse, agency = contact.agencyId) =>
      world.ask(
        'access-consultations/ask-agency',
        { ...question, agencyId: agency, contactId: contact.userId },
        governance,
      );
    expect(whyNot(put(nurse, desk.agencyId))).toEqual(['/contactId noContact']);
    const consultation = put(nurse).command.record.id;
    put(desk);
    expect(whyNot(ask('approve-response', {}, guardian))).toEqual(['asked']);
    const answer = { answer: 'no-objection', words: 'Nothing' };
    const reply = (who: typeof nurse) =>
      whyNot(world.ask('access-consultations/answer-consultation', answer, who, { record: consultation }));
    expect(reply(desk)).toEqual(['forbidden']);
    expect(reply(nurse)).toEqual([]);
    expect(whyNot(ask('approve-response', {}, guardian))).toEqual(['asked']);
    world.pass(8);
    give('approve-response', {}, guardian);
  });

  it('is refused as manifestly unfounded by somebody else than who recorded the request', () => {
    const { ask, give, guardian } = requested();
    const refusal = { ground: 'manifestly-unfounded', reasons: 'Made up' };
    expect(whyNot(ask('refuse-request', refusal))).toEqual(['secondPerson']);
    give('refuse-request', refusal, guardian);
  });
});

describe('what information governance may not read', () => {
  const restricted = () => {
    const one = aChildCase().withWorker();
    const { manager, senior } = one.world.people;
    one.world.give('child-cases/restrict', { reason: 'Made up', readers: [senior.userId] }, manager, {
      record: one.id,
    });
    return one;
  };

  it('is decided by those whom a restriction names: in their list, unknown to everybody else', () => {
    const hidden = restricted();
    const { name, birthDate } = hidden.world.getRecord(hidden.standing.childId).standing as unknown as Record<
      string,
      string
    >;
    const { world, give, ask, parts, standing, record, governance } = requested(
      { childId: undefined, sought: { name, birthDate } },
      hidden,
    );
    give('confirm-identity', { how: 'document-seen' });
    give('gather-bundle', { items: [] });
    const [part, ...more] = parts();
    expect(more).toEqual([]);
    const { manager, senior } = world.people;
    const id = part?.id as string;
    const readers = readersOf(topicOf('accessRequest'), world.getRecord(id), world.at);
    expect([...new Set(readers.map(({ principal }) => principal))].sort()).toEqual(
      ['clock', `named:${manager.userId}`, `named:${senior.userId}`].sort(),
    );
    const named = [manager, senior].map(({ userId }) => `named:${userId}`);
    expect(world.queue.get(id)?.map(({ principal }) => principal)).toEqual(named);
    expect(world.outgoing.slice(-2).map(({ principal }) => principal)).toEqual(named);
    expect(JSON.stringify(world.getRecord(record))).not.toContain(id);
    expect(JSON.stringify(standing())).not.toContain(hidden.standing.childId);
    expect(whyNot(ask('gather-bundle', { items: [] }, governance, id))).toEqual(['forbidden']);
    give('gather-bundle', { items: [] }, manager, id);
    expect(whyNot(ask('approve-response', {}, world.people.deputy, id))).toEqual(['forbidden']);
    give('approve-response', {}, senior, id);
    give('gather-bundle', { items: [] });
    expect(parts().length).toBe(1);
    give('withdraw-request', { reason: 'Taken back' });
    expect(world.getRecord(id).state).toBe('withdrawn');
  });

  it('changes nothing of the request: with a restricted case and without one it stands the same', () => {
    const bare = (one: ReturnType<typeof requested>) => {
      one.give('confirm-identity', { how: 'document-seen' });
      one.give('gather-bundle', { items: [] });
      const {
        clocks: _clocks,
        recorded: _recorded,
        identity: _identity,
        bundle: _bundle,
        ...rest
      } = one.standing();
      return rest;
    };
    const sought = { name: 'Robin Example', birthDate: '2011-02-03' };
    const nobody = { name: 'Robin Nobody', birthDate: '2011-02-03' };
    const found = bare(requested({ childId: undefined, sought }, restricted()));
    const none = bare(requested({ childId: undefined, sought: nobody }, restricted()));
    expect({ ...found, sought: nobody }).toEqual(none);
  });

  it('of an open case is decided by the manager of its team, and follows a restriction', () => {
    const { one, world, give, parts } = requested();
    give('confirm-identity', { how: 'document-seen' });
    give('gather-bundle', { items: [] });
    const id = parts()[0]?.id as string;
    const { manager, senior, deputy } = world.people;
    give('gather-bundle', { items: [] }, deputy, id);
    world.give('child-cases/restrict', { reason: 'Made up', readers: [senior.userId] }, manager, {
      record: one.id,
    });
    expect(world.getRecord(id).standing.access).toMatchObject({ closed: true });
  });
});

describe('an exemption', () => {
  it('has its law and the day from which it is in force', () => {
    expect(exemptionsOn('2018-05-24')).toEqual([]);
    expect(exemptionsOn('2026-11-03').length).toBe(exemptions.length);
    for (const { citation } of exemptions) expect(citation).toMatch(/^Data Protection Act 2018, /);
  });
});
