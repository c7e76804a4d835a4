import { describe, expect, it } from 'vitest';
import type { IncidentVictimStanding } from '../incident-victims/topic.js';
import type { Actor, StoredRecord } from '../model.js';
import { englandProfile } from '../profile/profile.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anIncident, victim } from '../testing/incident-payloads.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import { outcomeCodeOf, outcomeCodesOf } from './outcome-codes.js';
import { type IncidentStanding, outcomeOn } from './standing.js';

/** An incident on the books, and what comes of each command on it. */
function recorded(over: object = {}) {
  const world = aWorld({ at: '2026-11-03T09:00:00.000Z' });
  const id = world.give('incidents/record-incident', anIncident(over), world.people.desk).id;
  const ask = (verb: string, payload: object, who: PersonName = 'desk') =>
    whyNot(world.ask(`incidents/${verb}`, payload, world.people[who], { record: id }));
  const standing = () => world.getRecord(id).standing as IncidentStanding;
  return { world, id, ask, standing };
}

describe('an incident', () => {
  it.each([
    ['recorded on a day ahead', { recorded: '2026-11-04' }, ['/recorded future']],
    ['recorded before it was committed', { committed: '2026-09-03' }, ['/committed order']],
    ['that ends before it begins', { committedTo: '2026-08-31' }, ['/committedTo order']],
    [
      'with a last day and no first',
      { committed: undefined, committedTo: '2026-09-01' },
      ['/committedTo order'],
    ],
    ['with one victim twice', { victims: [{ reference: 'V1' }, { reference: 'V1' }] }, ['/victims twice']],
    [
      'with one victim twice, the number written otherwise',
      { victims: [{ reference: 'V-1' }, { reference: ' v-1' }] },
      ['/victims twice'],
    ],
    ['with two victims whom nobody knows', { victims: [{}, {}] }, []],
    ['whose day of committing is not known', { committed: undefined }, []],
    [
      'with an outcome before its record',
      { outcome: { code: '1', on: '2026-09-01' } },
      ['/outcome/on order'],
    ],
    [
      'with an outcome that no force has',
      { outcome: { code: '99', on: '2026-09-02' } },
      ['/outcome/code notInList'],
    ],
  ])('%s', (_, over, why) => {
    const world = aWorld({ at: '2026-11-03T09:00:00.000Z' });
    expect(whyNot(world.ask('incidents/record-incident', anIncident(over), world.people.desk))).toEqual(why);
  });

  it('is recorded by the police and by nobody else', () => {
    const world = aWorld();
    for (const who of ['worker', 'coordinator', 'chair'] as const)
      expect(whyNot(world.ask('incidents/record-incident', anIncident(), world.people[who]))).toEqual([
        'forbidden',
      ]);
  });

  it('keeps every outcome by its day; a second one of a day takes the first one’s place', () => {
    const { ask, standing } = recorded();
    expect(ask('record-outcome', { code: 'UI', on: '2026-09-10' })).toEqual([]);
    expect(ask('record-outcome', { code: '18', on: '2026-10-10' })).toEqual([]);
    expect(ask('record-outcome', { code: '15', on: '2026-09-30' })).toEqual([]);
    expect(ask('record-outcome', { code: '16', on: '2026-10-10' })).toEqual([]);
    const { outcomes } = standing();
    expect(outcomes.map(({ code, on }) => `${on} ${code}`)).toEqual([
      '2026-09-10 UI',
      '2026-09-30 15',
      '2026-10-10 16',
    ]);
    expect(outcomeOn(outcomes, '2026-09-09')).toBeNull();
    expect(outcomeOn(outcomes, '2026-10-09')?.code).toBe('15');
    expect(outcomeOn(outcomes, '2026-12-31')?.code).toBe('16');
  });

  it.each([
    [{ code: '1', on: '2026-09-01' }, ['/on order']],
    [{ code: '1', on: '2026-11-04' }, ['/on future']],
    [{ code: '23', on: '2026-10-01' }, ['/code notInList']],
  ])('refuses the outcome %o', (payload, why) => {
    expect(recorded().ask('record-outcome', payload)).toEqual(why);
  });

  it('is changed with a reason, but not to a day after one of its outcomes', () => {
    const { ask, standing } = recorded({ outcome: { code: 'UI', on: '2026-09-10' } });
    const { force: _, reference: _own, ...facts } = anIncident({ kind: 'non-crime', offenders: [] }) as never;
    const change = (more: object) =>
      ask('change-incident', { ...(facts as object), reason: 'Told', ...more });
    expect(change({ recorded: '2026-09-11' })).toEqual(['/recorded order']);
    expect(change({})).toEqual([]);
    expect(standing()).toMatchObject({ kind: 'non-crime', offenders: [], reference: 'TS/26/1' });
  });
});

describe('an outcome code', () => {
  const own = {
    force: 'Testshire Police',
    code: '1A',
    label: 'Charged by post',
    group: 'charged',
    final: true,
  } as const;
  const incidents = {
    ...englandProfile.incidents,
    outcomes: [...englandProfile.incidents.outcomes, { ...own, from: '2020-01-01', until: '2024-12-31' }],
  };

  it.each([
    ['Testshire Police', '2024-12-31', 'Charged by post'],
    ['  testshire  POLICE ', '2024-12-31', 'Charged by post'],
    ['Testshire Police', '2025-01-01', 'Charged or summonsed with an alternate offence'],
    ['Testshire Police', '2019-12-31', 'Charged or summonsed with an alternate offence'],
    ['Elsewhere Police', '2024-12-31', 'Charged or summonsed with an alternate offence'],
  ])('1A of %s on %s means: %s', (force, on, label) => {
    expect(outcomeCodeOf({ incidents }, force, { code: '1A', on })?.label).toBe(label);
  });

  it('is offered once, and only while it is in use', () => {
    const codes = (on: string) =>
      outcomeCodesOf({ incidents }, 'Testshire Police', on).map(({ code }) => code);
    expect(codes('2024-06-01').filter((code) => code === '1A')).toHaveLength(1);
    expect(codes('2018-06-01')).not.toContain('22');
    expect(codes('2019-04-01')).toContain('22');
  });
});

describe('a child who is a victim', () => {
  const link = (world: ReturnType<typeof aWorld>) =>
    world.all('incidentVictim')[0] as StoredRecord<IncidentVictimStanding>;

  it('is linked once to an incident, and as one of its victims', () => {
    const world = victim();
    const { desk } = world.people;
    const [{ id: childId }, { id: incidentId }] = [
      world.all('child')[0],
      world.all('incident')[0],
    ] as StoredRecord[];
    const ask = (victimNumber: number) =>
      whyNot(world.ask('incident-victims/link-victim', { childId, incidentId, victim: victimNumber }, desk));
    expect(ask(2)).toEqual(['/childId linked']);
    expect(ask(3)).toEqual(['/victim noVictim']);
    const other = world.give(
      'children/record-child',
      { firstName: 'Sam', birthDate: '2013-05-06', from: 'return' },
      world.people.coordinator,
    ).id;
    const second = { childId: other, incidentId, victim: 2 };
    expect(whyNot(world.ask('incident-victims/link-victim', second, desk))).toEqual([]);
    world.give('incident-victims/withdraw-link', { reason: 'Another' }, desk, { record: link(world).id });
    expect(ask(2)).toEqual([]);
  });

  it('is told to those who hold the case: what was done and what came of it, not by whom nor who else', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { desk, worker, stranger } = world.people;
    const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
    const { childId } = one.standing;
    world.give('incident-victims/link-victim', { childId, incidentId, victim: 1 }, desk);
    world.give('incidents/record-outcome', { code: '1', on: '2026-09-20' }, desk, { record: incidentId });
    const record = link(world);
    expect(record.standing.incident).toEqual({
      force: 'Testshire Police',
      reference: 'TS/26/1',
      kind: 'crime',
      offence: 'Made-up offence',
      committed: '2026-09-01',
      committedTo: null,
      recorded: '2026-09-02',
      outcome: { code: '1', on: '2026-09-20' },
    });
    expect(JSON.stringify(record.standing)).not.toMatch(/O1|V1|park/);
    const reads = (who: typeof worker, of: StoredRecord) =>
      classesRead(readersOf(topicOf(of.kind), of, world.at), who, world.at);
    expect(reads(worker, record)).toEqual(['case']);
    expect(reads(worker, world.getRecord(incidentId))).toEqual([]);
    expect(reads(stranger, record)).toEqual([]);
  });

  it('goes with the case to its next worker, and closes with a restricted case while the incident stays open', () => {
    const one = aChildCase().withWorker();
    const { world } = one;
    const { desk, guardian } = world.people;
    const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
    world.give(
      'incident-victims/link-victim',
      { childId: one.standing.childId, incidentId, victim: 1 },
      desk,
    );
    one.give('restrict', { reason: 'Made up', readers: [guardian.userId] }, 'manager');
    const record = link(world);
    const reads = classesRead(readersOf(topicOf(record.kind), record, world.at), desk, world.at);
    expect(reads).toEqual([]);
    const incident = world.getRecord(incidentId);
    expect(classesRead(readersOf(topicOf(incident.kind), incident, world.at), desk, world.at)).toEqual([
      'case',
    ]);
  });
});

describe('an incident of a covert operation', () => {
  const overseers = ['chair', 'auditor', 'desk', 'analyst'] as const;
  const readBy = (world: Partnership, id: string, who: Actor) => {
    const record = world.getRecord(id);
    return classesRead(readersOf(topicOf(record.kind), record, world.at), who, world.at);
  };

  it('is known to whoever recorded it, those named and the supervisor alone, until it is opened', () => {
    const world = aWorld();
    const { desk, supervisor, senior } = world.people;
    const closed = { handling: 'C', readers: [senior.userId] };
    const { id } = world.give('incidents/record-incident', anIncident(closed), desk);
    for (const who of [desk, supervisor, senior]) expect(readBy(world, id, who)).toEqual(['case']);
    for (const key of ['chair', 'auditor', 'analyst'] as const)
      expect([key, readBy(world, id, world.people[key])]).toEqual([key, []]);
    const { force: _force, reference: _reference, ...facts } = anIncident() as Record<string, unknown>;
    world.give('incidents/change-incident', { ...facts, reason: 'Made up' }, desk, { record: id });
    expect(readBy(world, id, world.people.auditor)).toEqual([]);
    const opened = { ...facts, handling: 'P', reason: 'The operation is over (made up)' };
    world.give('incidents/change-incident', opened, supervisor, { record: id });
    for (const key of overseers) expect([key, readBy(world, id, world.people[key])]).toEqual([key, ['case']]);
  });

  it('names who reads it, and is linked with nobody', () => {
    const world = victim();
    const { desk, coordinator } = world.people;
    const { force: _force, reference: _reference, ...facts } = anIncident() as Record<string, unknown>;
    const close = (readers: string[]) => ({ ...facts, reason: 'Made up', handling: 'C', readers });
    const change = (body: object) => {
      const record = world.all('incident')[0]?.id as string;
      return whyNot(world.ask('incidents/change-incident', body, desk, { record }));
    };
    expect(change(close([]))).toEqual(['/readers asked', '/handling linked']);
    const record = world.all('incidentVictim')[0]?.id as string;
    world.give('incident-victims/withdraw-link', { reason: 'Made up' }, desk, { record });
    expect(change(close([desk.userId]))).toEqual([]);
    const closed = anIncident({ reference: 'TS/26/2', handling: 'C', readers: [desk.userId] });
    const incidentId = world.give('incidents/record-incident', closed, desk).id;
    const child = { firstName: 'Sam', birthDate: '2013-05-06', from: 'return' };
    const childId = world.give('children/record-child', child, coordinator).id;
    const link = world.ask('incident-victims/link-victim', { childId, incidentId, victim: 1 }, desk);
    expect(whyNot(link)).toEqual(['/incidentId conditions']);
  });
});
