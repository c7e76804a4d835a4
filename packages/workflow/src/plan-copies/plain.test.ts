import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aPlainPlan, aSharing } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import { agreedSafetyIds, forMadeUpAunt } from '../testing/plan-copy-makers.js';
import { whyNot } from '../testing/why-not.js';
import type { PlainWords, WritePlainPlanPayload } from './plain-payloads.js';
import type { PlanCopyStanding } from './standing.js';

const planned = () =>
  aChildCase()
    .graded('medium')
    .withAction()
    .withAction({ part: 'disruption', kind: 'disruption', what: 'Visit the made-up hotel' }, 'member')
    .planned();

const plainCopies = ({ world, id }: ChildCaseBuilder) =>
  world
    .all('planCopy')
    .filter(({ parentId, standing }) => parentId === id && (standing as PlanCopyStanding).part === 'plain')
    .map((record) => ({ ...record, standing: record.standing as PlanCopyStanding }));
const wordsOf = (one: ChildCaseBuilder, id = plainCopies(one)[0]?.id ?? '') =>
  (one.world.written.get(id) ?? []).find(({ kind }) => kind === 'plain-copy')?.body as PlainWords;
const waits = (one: ChildCaseBuilder, who: PersonName) =>
  plainCopies(one).flatMap(({ id }) =>
    (one.world.queue.get(id) ?? [])
      .filter(({ principal }) => principal === `user:${one.world.people[who].userId}`)
      .map(({ step }) => step),
  );
const asked = (one: ChildCaseBuilder, over: Partial<WritePlainPlanPayload>, who: PersonName = 'worker') =>
  one.whyNot('write-plain-plan', aPlainPlan(agreedSafetyIds(one.world, one.record), over), who);
const receipt = (one: ChildCaseBuilder, who: PersonName = 'worker') =>
  whyNot(
    one.world.ask('plan-copies/record-receipt', { how: 'Read together' }, one.world.people[who], {
      record: plainCopies(one)[0]?.id as string,
    }),
  );

describe('the plan in plain words', () => {
  it('holds the safety part alone, in words written for the reader, with who does what and by when', () => {
    const one = planned().writtenPlain({ view: 'I want to see my friends' });
    const words = wordsOf(one);
    expect(words).toMatchObject({ version: 1, number: 1, to: 'child', view: 'I want to see my friends' });
    expect(words.lines).toHaveLength(1);
    expect(words.lines[0]).toMatchObject({ who: 'Wanda Worker', know: 'You tell us that you feel safer' });
    expect(JSON.stringify(words)).not.toMatch(/hotel|disruption|medium/);
  });

  it('addresses the child by the chosen name, and a carer by his or her own', () => {
    const one = planned();
    const { world, standing } = one;
    world.give('children/record-about-me', { chosenName: 'Lex' }, world.people.worker, {
      record: standing.childId,
    });
    one.writtenPlain().writtenPlain({ ...forMadeUpAunt });
    expect(
      plainCopies(one).map(({ standing: { recipientName, to, number } }) => [recipientName, to, number]),
    ).toEqual([
      ['Lex', 'child', 1],
      ['Made-up aunt', 'parent', 2],
    ]);
    expect(wordsOf(one, plainCopies(one)[1]?.id)).toMatchObject({ child: 'Lex', relation: 'Aunt' });
  });

  it('covers every agreed safety action and no other, free of words of the trade', () => {
    const one = planned();
    const lines = aPlainPlan(agreedSafetyIds(one.world, one.record)).lines;
    expect(asked(one, { lines: [] })).toEqual(['/lines incomplete', '/lines notThePlan']);
    const hotel = one.world
      .all('planAction')
      .find(({ standing }) => (standing as { part?: string }).part === 'disruption');
    const more = { actionId: hotel?.id as string, what: 'We visit a place', know: 'It is closed' };
    expect(asked(one, { lines: [...lines, more] })).toEqual(['/lines notThePlan']);
    const trade = lines.map((line) => ({
      ...line,
      what: 'The MASE panel graded high',
      know: 'Risk level falls',
    }));
    expect(asked(one, { lines: trade })).toEqual(['/lines/0/what jargon', '/lines/0/know jargon']);
    expect(asked(one, {}, 'nurse')).toEqual(['forbidden']);
    expect(asked(aChildCase(one.world).graded('medium').withAction(), {})).toEqual(['agreedPlan']);
  });

  it.each([
    ['child', {}],
    ['parent', forMadeUpAunt],
  ] as const)('is refused while a contact caution about the %s stands', (party, over) => {
    const one = planned();
    const caution = { party, who: 'Made up', whatNot: 'No letters', why: 'Made up', until: '2026-12-24' };
    one.give('set-contact-caution', caution, 'manager');
    expect(asked(one, over)).toEqual(['/to caution']);
  });

  it('is refused to a carer whom the child’s record says not to contact, whom nobody recorded, or whom a caution names', () => {
    const one = planned();
    const known = { ...forMadeUpAunt.known, mayContact: 'no' as const };
    expect(asked(one, { ...forMadeUpAunt, known })).toEqual(['/carerId noContact']);
    expect(asked(one, { ...forMadeUpAunt, known: null })).toEqual(['/carerId noCarer']);
    const caution = {
      party: 'other',
      who: 'MADE-UP  aunt, at no. 4',
      whatNot: 'No letters',
      why: 'x',
      until: '2026-12-24',
    };
    one.give('set-contact-caution', caution, 'manager');
    expect(asked(one, forMadeUpAunt)).toEqual(['/carerId caution']);
    expect(asked(one, {})).toEqual([]);
  });

  it('waits in the worker’s list until it is given, and again when a later version is agreed', () => {
    const one = planned().writtenPlain();
    expect(waits(one, 'worker')).toEqual(['record-receipt']);
    expect(receipt(one, 'nurse')).toEqual(['forbidden']);
    expect(receipt(one)).toEqual([]);
    expect(plainCopies(one)[0]).toMatchObject({ state: 'opened' });
    expect(waits(one, 'worker')).toEqual([]);
    one.give('agree-plan', { kind: 'full' }, 'manager');
    expect(plainCopies(one)[0]).toMatchObject({ state: 'outdated', standing: { version: 1 } });
    expect(waits(one, 'worker')).toEqual(['write-plain-plan']);
    expect(receipt(one)).toEqual(['wrongState']);
    one.writtenPlain();
    expect(plainCopies(one)).toHaveLength(1);
    expect(plainCopies(one)[0]).toMatchObject({ state: 'issued', standing: { version: 2, number: 2 } });
  });
});

it('no copy of the plan goes to a partner whom a contact caution names, by hand or by a new version', () => {
  const one = planned().withAction({}, 'nurse').planned().shared();
  const held = () =>
    one.world
      .all('planCopy')
      .filter(({ state }) => state !== 'ended')
      .map(({ standing }) => (standing as PlanCopyStanding).recipientName);
  expect(held()).toContain('Nora Nurse');
  const caution = {
    party: 'other',
    who: 'Nora Nurse',
    whatNot: 'No copies',
    why: 'Made up',
    until: '2026-12-24',
  };
  one.give('set-contact-caution', caution, 'manager');
  expect(one.whyNot('share-plan', aSharing(), 'worker')).toEqual(['/purpose caution']);
  one.give('agree-plan', { kind: 'full' }, 'manager');
  expect(held()).not.toContain('Nora Nurse');
});

it('is not said to have been given to a parent where nobody contacts any parent', () => {
  const one = planned();
  const { world, standing } = one;
  const father = { name: 'Made-up father', relation: 'Father', asParent: 'yes', livesWith: 'no' };
  const closed = { ...father, mayContact: 'no', safeHow: 'Made-up reasons' };
  world.give('children/record-carer', closed, world.people.worker, { record: standing.childId });
  const sharing = aSharing({ parent: { given: true, how: 'By post' } });
  expect(one.whyNot('share-plan', sharing, 'worker')).toEqual(['/parent/given caution']);
});
