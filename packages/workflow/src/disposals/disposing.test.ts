import { describe, expect, it } from 'vitest';
import { validPayload } from '../testing/valid-payload.js';
import { whyNot } from '../testing/why-not.js';
import { aChildCase } from '../testing.js';
import { childGoing, keptOf } from './rules.js';
import type { DisposalBasis } from './standing.js';

const closed = () => aChildCase().closed();

function proposed(basis: DisposalBasis = 'court-order', one = closed()) {
  const { world } = one;
  const propose = () =>
    world.ask(
      'disposals/propose-disposal',
      { record: { kind: 'childCase', id: one.id }, basis },
      world.people.governance,
    );
  const give = (
    verb: string,
    who: 'governance' | 'guardian' | 'auditor',
    record: string,
    payload: object = {},
  ) => whyNot(world.ask(`disposals/${verb}`, payload, world.people[who], { record }));
  const hold = (over: object) => {
    const record = world.all('child')[0];
    const payload = validPayload('legal-holds/place-hold', { world, record: record ?? null });
    return world.give('legal-holds/place-hold', { ...payload, ...over }, world.people.guardian).id;
  };
  return { one, world, propose, give, hold };
}

describe('a disposal', () => {
  it('is refused while the rule of retention runs, and says until when', () => {
    const { decision } = proposed('period-over').propose();
    expect('refusal' in decision && decision.refusal.faults).toMatchObject([
      { code: 'kept', detail: expect.stringMatching(/^It is kept until \d{4}-\d\d-\d\d\.$/) },
    ]);
  });

  it('is proposed once the longest rule is over, and keeps which rule decided', () => {
    const { world, propose } = proposed('period-over');
    world.pass(366 * 100);
    const { command, decision } = propose();
    expect(whyNot({ decision })).toEqual([]);
    expect(world.getRecord(command.record.id).standing).toMatchObject({
      rule: expect.any(String),
      keptUntil: expect.any(String),
      proposed: { by: world.people.governance.userId },
    });
  });

  it('of an open case is refused, on whatever basis', () => {
    const { propose } = proposed('court-order', aChildCase().referred());
    expect(whyNot(propose())).toEqual(['/record open']);
  });

  it('of the last case keeps to the rules for the child as well: the child goes with it', () => {
    const { one, world, propose } = proposed('period-over');
    world.pass(366 * 100);
    const { childId } = one.standing;
    const child = world.getRecord(childId);
    // Looked at a year ago: six years of the child's own rule run, whatever those of the case say.
    world.records.set(childId, {
      ...child,
      at: new Date(Date.parse(world.at) - 365 * 86_400_000).toISOString(),
    });
    const { decision } = propose();
    expect('refusal' in decision && decision.refusal.faults).toMatchObject([{ code: 'kept' }]);
    const kept = keptOf(
      one.record,
      { locked: [world.getRecord(childId)], facts: { related: [one.record] } },
      world.profile,
    );
    expect(kept?.rule).toBe('child-last-entry');
    expect(kept?.by.filter(({ decides }) => decides).map(({ rule }) => rule)).toEqual(['child-last-entry']);
    world.pass(366 * 6);
    expect(whyNot(propose())).toEqual([]);
  });

  it('waits for what is not finished of a child who goes with the case, and says what', () => {
    const { one, world, propose } = proposed('period-over');
    world.pass(366 * 110);
    const { childId } = one.standing;
    const left = (kind: 'missingEpisode' | 'referralProposal' | 'accessRequest', state: string) =>
      world.records.set(`${kind} ${state}`, {
        ...one.record,
        kind,
        id: `${kind} ${state}`,
        state,
        parentId: childId,
        subjectId: null,
      });
    for (const [kind, over] of [
      ['missingEpisode', 'over'],
      ['referralProposal', 'declined'],
      ['accessRequest', 'issued'],
    ] as const)
      left(kind, over);
    const { command } = propose();
    expect(
      whyNot(
        world.ask('disposals/withdraw-disposal', { reason: 'Made up' }, world.people.governance, {
          record: command.record.id,
        }),
      ),
    ).toEqual([]);
    left('missingEpisode', 'absent');
    left('referralProposal', 'proposed');
    left('accessRequest', 'inProgress');
    expect(whyNot(propose())).toEqual(['/record absent', '/record proposal', '/record accessRequest']);
  });

  it('by a court’s order, an erasure or an error takes the case alone, and asks for no more than that nobody waits for an answer', () => {
    for (const basis of ['court-order', 'upheld-erasure', 'recorded-in-error'] as const) {
      const { one, world, propose } = proposed(basis);
      const books = { locked: world.all('child'), facts: { related: world.all('childCase') } };
      expect(childGoing(one.record, books, basis), basis).toBeUndefined();
      expect(childGoing(one.record, books, 'period-over')?.id).toBe(one.standing.childId);
      const child = world.getRecord(one.standing.childId);
      world.records.set('absent', {
        ...child,
        kind: 'missingEpisode',
        id: 'absent',
        state: 'absent',
        parentId: child.id,
      });
      expect(whyNot(propose()), basis).toEqual([]);
      world.records.set('asked', {
        ...child,
        kind: 'accessRequest',
        id: 'asked',
        state: 'received',
        parentId: child.id,
      });
      expect(whyNot(propose()), basis).toEqual(['/record accessRequest']);
    }
  });

  it('of a restricted case waits until the restriction is lifted', () => {
    const { one, propose } = proposed('court-order');
    one.world.records.set(one.id, {
      ...one.record,
      standing: { ...one.record.standing, access: { closed: true } },
    });
    expect(whyNot(propose())).toEqual(['/record restricted']);
  });

  it('is approved by somebody else, waits, and is then carried out by either', () => {
    const { world, propose, give } = proposed();
    const { id } = propose().command.record;
    expect(give('approve-disposal', 'governance', id)).toEqual(['secondPerson']);
    expect(give('approve-disposal', 'auditor', id)).toEqual(['forbidden']);
    expect(give('carry-out', 'guardian', id)).toEqual(['wrongState']);
    expect(give('approve-disposal', 'guardian', id)).toEqual([]);
    expect(give('carry-out', 'governance', id)).toEqual(['wait']);
    world.pass(world.profile.retention.waitDays, 1);
    expect(give('carry-out', 'governance', id)).toEqual([]);
    expect(world.getRecord(id).state).toBe('carriedOut');
  });

  it('is not approved by who proposed it, standing in for the Caldicott guardian', () => {
    const { world, propose } = proposed();
    const { id } = propose().command.record;
    const { governance, guardian } = world.people;
    const post = {
      role: 'caldicott-guardian' as const,
      agencyId: guardian.agencyId,
      teamId: null,
      from: '2020-01-01T00:00:00.000Z',
      until: '2200-01-01T00:00:00.000Z',
      standsInFor: guardian.userId,
    };
    const asked = world.ask(
      'disposals/approve-disposal',
      {},
      { ...governance, posts: [post] },
      { record: id },
    );
    expect(whyNot(asked)).toEqual(['secondPerson']);
  });

  it('holds no word of the child, and is in both lists until it ends', () => {
    const { one, world, propose } = proposed();
    const { id } = propose().command.record;
    expect(JSON.stringify(world.getRecord(id))).not.toContain(one.standing.name);
    expect(world.history.at(-1)?.queueAdded.map((line) => [line.principal, line.step])).toEqual([
      ['role:information-governance', 'approve-disposal'],
      ['role:caldicott-guardian', 'approve-disposal'],
    ]);
  });
});

describe('a legal hold', () => {
  it('on the child stops a disposal at every step, until it is lifted', () => {
    const { world, propose, give, hold } = proposed();
    const { id } = propose().command.record;
    const holdId = hold({});
    expect(whyNot(propose())).toEqual(['/record held']);
    expect(give('approve-disposal', 'guardian', id)).toEqual(['held']);
    world.give('legal-holds/lift-hold', { words: 'Settled' }, world.people.governance, { record: holdId });
    expect(give('approve-disposal', 'guardian', id)).toEqual([]);
    const second = hold({});
    world.pass(20);
    expect(give('carry-out', 'governance', id)).toEqual(['held']);
    world.give('legal-holds/lift-hold', { words: 'Settled' }, world.people.governance, { record: second });
    expect(give('carry-out', 'governance', id)).toEqual([]);
  });

  it('on the team that held the case, or on a kind of harm in it, stops a disposal; on others it does not', () => {
    const one = closed();
    const { team, harm } = one.standing;
    const { world, propose, hold } = proposed('court-order', one);
    const [theme] = Object.keys(harm);
    expect(theme).toBeDefined();
    for (const [over, stops] of [
      [{ scope: 'team', childId: undefined, teamId: team }, true],
      [{ scope: 'theme', childId: undefined, theme }, true],
      [{ scope: 'team', childId: undefined, teamId: 'another-team' }, false],
      [{ scope: 'theme', childId: undefined, theme: 'trafficking' }, false],
    ] as const) {
      const id = hold(over);
      expect([over, whyNot(propose()).length > 0]).toEqual([over, stops]);
      world.give('legal-holds/lift-hold', { words: 'Settled' }, world.people.governance, { record: id });
    }
  });

  it('covers exactly one thing and is looked at again within a year', () => {
    const { world, hold } = proposed();
    expect(() => hold({ teamId: 'team-north' })).toThrow('covers one person, or one team');
    expect(() => hold({ childId: undefined })).toThrow('Say what the hold covers');
    expect(() => hold({ reviewBy: '2020-01-01' })).toThrow('lies ahead');
    expect(() => hold({ reviewBy: '2199-01-01' })).toThrow('within 12 months');
    const id = hold({});
    expect(world.history.at(-1)?.queueAdded).toMatchObject([{ step: 'review-hold' }]);
    world.pass(2000);
    expect(world.getRecord(id).state).toBe('inForce');
  });
});
