import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aTriage } from '../testing/payloads.js';
import { relationsToCase } from './access.js';

/** The classes that a principal reads, each with its end as a day where it has one. */
function classesOf(one: ChildCaseBuilder, principal: string): string[] {
  const lines = (one.world.readers.get(one.id) ?? []).filter((line) => line.principal === principal);
  return lines
    .map((line) => (line.until ? `${line.class} until ${line.until.slice(0, 10)}` : line.class))
    .sort();
}

const whole = ['case', 'caution', 'receipt', 'safety', 'sheet'];

describe('who reads a child’s case', () => {
  it('the referrer reads receipt and outcome, and nothing else', () => {
    const one = aChildCase().closed();
    expect(classesOf(one, `user:${one.world.people.referrer.userId}`)).toEqual(['receipt']);
  });

  it('triage reads it until it has decided and 28 days on; that it exists, always', () => {
    expect(classesOf(aChildCase().referred(), 'role:triage-social-worker')).toEqual(whole);
    expect(classesOf(aChildCase().withWorker(), 'role:triage-social-worker')).toEqual([
      'case until 2026-12-01',
      'caution until 2026-12-01',
      'receipt',
      'safety until 2026-12-01',
      'sheet until 2026-12-01',
    ]);
  });

  it('triage reads on while another area owes its acknowledgement', () => {
    const one = aChildCase().referred().give('decide-triage', aTriage('other-area'), 'triage');
    expect(classesOf(one, 'role:triage-social-worker')).toEqual(whole);
    expect(one.clocks).toEqual(['other-area-acknowledgement']);
  });

  it('the holding team and the allocated worker read the case and the disruption part; other teams nothing', () => {
    const one = aChildCase().withWorker();
    expect(classesOf(one, 'team:team-north:manager')).toEqual([
      'case',
      'caution',
      'disruption',
      'receipt',
      'restricted',
      'safety',
      'sheet',
    ]);
    expect(classesOf(one, `user:${one.world.people.worker.userId}`)).toContain('disruption');
    expect(classesOf(one, 'team:team-south:worker')).toEqual([]);
  });

  it('duty manager, night team and police desk read it while danger waits, and 28 days on', () => {
    const one = aChildCase().referred().inDanger();
    expect(classesOf(one, 'role:police-desk')).toEqual(['case', 'caution', 'safety', 'sheet']);
    one.give('acknowledge-danger', { doing: 'Going' }, 'duty');
    expect(classesOf(one, 'role:duty-manager')).toEqual(['case', 'caution', 'safety', 'sheet']);
    one.discussed();
    expect(classesOf(one, 'role:duty-manager')[0]).toBe('case until 2026-12-01');
  });

  it('the panel reads the sheet while the case is listed, and 28 days after its decision', () => {
    const one = aChildCase().listed();
    expect(classesOf(one, 'role:member')).toEqual(['safety', 'sheet']);
    const sitting = aSitting(one.world).withItem(one.id).inSession();
    sitting.deciding(one.id, { decision: 'step-down', grade: 'low' });
    expect(classesOf(one, 'role:member')).toEqual(['safety until 2026-12-01', 'sheet until 2026-12-01']);
  });

  it('the administrator and the observer read nothing', () => {
    const one = aChildCase().listed();
    expect([...classesOf(one, 'role:administrator'), ...classesOf(one, 'role:observer')]).toEqual([]);
  });
});

describe('the relations to a case', () => {
  it.each([
    ['the allocated worker', 'worker', ['holdingTeam', 'lead']],
    ['a colleague of the team', 'colleague', ['holdingTeam']],
    ['somebody with an open action', 'nurse', ['partner']],
    ['somebody with an open disruption action', 'desk', ['disruptionOwner']],
    ['the referrer', 'referrer', ['referrer']],
    ['a stranger', 'stranger', []],
  ] as const)('of %s', (_, who, relations) => {
    const one = aChildCase().withWorker().withAction({}, 'nurse').withAction({ part: 'disruption' }, 'desk');
    expect(relationsToCase(one.world.people[who], one.record)).toEqual(relations);
  });

  it('of anybody to a case that no team holds', () => {
    const one = aChildCase().referred();
    expect(relationsToCase(one.world.people.stranger, one.record)).toEqual(['untaken']);
  });
});
