import { describe, expect, it } from 'vitest';
import type { MinuteSection } from '../sittings/standing.js';
import { aSitting } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { aChairsActionTaken } from '../testing/chairs-action-maker.js';
import { whyNot } from '../testing/why-not.js';
import type { StrandCaseStanding } from './standing.js';

const kinds = ['person', 'location'] as const;

describe.each(kinds)('chair’s action on a %s between sittings', (kind) => {
  const taken = (over: object = {}) => {
    const one = (kind === 'person' ? aPersonCase() : aLocationCase()).active();
    const { world, id } = one;
    const body = (more: object) => {
      const { did: _did, ...common } = aChairsActionTaken(world.at);
      return { ...common, ...more };
    };
    const act = (more: object, who = world.people.chair) =>
      whyNot(world.ask(`${kind}-cases/take-chairs-action`, body({ ...over, ...more }), who, { record: id }));
    const standing = () => world.getRecord(id).standing as StrandCaseStanding;
    return { world, id, act, standing };
  };

  it('raises the priority at once, and puts the case on the list to be minuted', () => {
    const { act, standing, world, id } = taken();
    expect(act({ did: 'raise-priority', priority: 'high' })).toEqual([]);
    expect(standing()).toMatchObject({ priority: 'high', chairsAction: { did: 'the priority was raised' } });
    expect(world.getRecord(id).state).toMatchObject({ panel: 'listed' });
    expect(world.outgoing.some(({ kind: sent }) => sent === 'chairs-action-taken')).toBe(true);
  });

  it('never lowers, and asks two agencies, a measure or a name, and the chair', () => {
    const { act, world } = taken();
    expect(act({ did: 'raise-priority', priority: 'low' })).toEqual(['/priority noRise']);
    expect(act({ did: 'ask-measure' })).toEqual(['/measure asked']);
    expect(act({ did: 'escalate' })).toEqual(['/escalatedTo asked']);
    expect(act({ did: 'escalate', escalatedTo: 'A director', consulted: [] })).toEqual([
      '/consulted agencies',
    ]);
    expect(act({ did: 'escalate', escalatedTo: 'A director' }, world.people.coordinator)).toEqual([
      'forbidden',
    ]);
  });

  it('is minuted at the next sitting, until when it stays on the list', () => {
    const { act, standing, world, id } = taken();
    expect(act({ did: 'ask-measure', measure: 'A made-up notice' })).toEqual([]);
    const { coordinator } = world.people;
    expect(
      whyNot(world.ask(`${kind}-cases/withdraw-listing`, { reason: 'x' }, coordinator, { record: id })),
    ).toEqual(['chairsAction']);
    const sitting = aSitting(world).agendaOpen();
    const item = { caseId: id, caseKind: `${kind}Case`, section: kind, asked: 'What next?' };
    sitting.give('add-item', item).inSession().deciding(id).ended();
    expect(standing().chairsAction ?? null).toBeNull();
    const row = (world.written.get(sitting.id) ?? []).find(({ kind: of }) => of === 'minutes');
    const { sections } = (row as unknown as { body: { sections: MinuteSection[] } }).body;
    expect(sections.map(({ text }) => text).join('\n')).toMatch(
      /Chair’s action of .* is minuted: a disruption measure was asked for\./,
    );
  });
});
