import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aMeasure } from '../testing/a-measure.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { anIncident } from '../testing/incident-payloads.js';
import { aLinkGrade } from '../testing/link-payloads.js';
import { aWorld, dueClock, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { topicOf } from '../topics.js';
import type { DrawLinkPayload } from './drawing.js';
import type { LinkStanding } from './standing.js';

type Link = StoredRecord<LinkStanding>;

/** A child with a worker who is a victim in an incident, of which a person of concern is an offender; and the link of the two. */
function drawn(about: 'person' | 'location' = 'person') {
  const one = aChildCase().withWorker();
  const { world } = one;
  const { desk } = world.people;
  const other = about === 'person' ? aPersonCase(world) : aLocationCase(world);
  const { aboutId } = other.standing;
  const { childId } = one.standing;
  const incidentId = world.give('incidents/record-incident', anIncident(), desk).id;
  const victim = world.give('incident-victims/link-victim', { childId, incidentId, victim: 1 }, desk).id;
  const named = about === 'person' ? { personId: aboutId, offender: 1 } : { locationId: aboutId };
  const part = world.give('incident-parts/link-part', { incidentId, ...named }, desk).id;
  const payload: DrawLinkPayload = {
    child: { kind: 'child', id: childId },
    about: { kind: about, id: aboutId },
    by: [
      { kind: 'incidentVictim', id: victim },
      { kind: 'incidentPart', id: part },
    ],
  };
  const ask = () => world.ask('links/draw-link', payload, dueClock);
  const draw = () => world.give('links/draw-link', payload, dueClock).id;
  return { one, world, other, aboutId, childId, incidentId, victim, part, payload, ask, draw };
}

function readOf({ world }: Pick<ReturnType<typeof drawn>, 'world'>, id: string) {
  const now = () => world.getRecord<Link>(id);
  const reads = (who: PersonName) =>
    classesRead(readersOf(topicOf('link'), now(), world.at), world.people[who], world.at);
  return { now, reads };
}

const alerts = ({ world }: Pick<ReturnType<typeof drawn>, 'world'>) =>
  world.outgoing
    .filter(({ kind }) => /^linked-(person|place)-of-concern$/.test(kind))
    .map(({ principal }) => principal);

describe('a link that is drawn from an incident', () => {
  it('joins the child who is a victim with the person who is an offender, on the days of the incident', () => {
    const books = drawn();
    const { now } = readOf(books, books.draw());
    expect(now()).toMatchObject({ state: 'current', parentId: books.childId, subjectId: books.aboutId });
    expect(now().standing).toMatchObject({
      ...{
        kind: 'incident-with',
        source: 'incident',
        sourceRecord: { kind: 'incident', id: books.incidentId },
      },
      ...{ firstOn: '2026-09-01', lastOn: '2026-09-01', grade: null, clocks: [] },
    });
    const { edges } = books.world.history.find(({ id }) => id === now().id) ?? {};
    expect(edges).toMatchObject([{ ends: [`child:${books.childId}`, `person:${books.aboutId}`] }]);
  });

  it('is recorded by nobody: it follows from who is linked to the incident', () => {
    const { world, payload } = drawn();
    const { child: from, about: to } = payload;
    const link = {
      kind: 'incident-with',
      from,
      to,
      firstOn: '2026-09-01',
      source: 'incident',
      words: 'Made up',
    };
    expect(whyNot(world.ask('links/record-link', link, world.people.analyst))).toContain('/kind drawn');
    expect(whyNot(world.ask('links/draw-link', payload, world.people.analyst))).toEqual(['forbidden']);
  });

  it('is read by the police alone until the person is accepted, and then by those who read incidents', () => {
    const books = drawn();
    const { reads } = readOf(books, books.draw());
    expect([reads('desk'), reads('analyst')]).toEqual([
      ['case', 'safety'],
      ['case', 'receipt', 'safety'],
    ]);
    expect([reads('chair'), reads('coordinator'), reads('worker')]).toEqual([[], [], []]);
    books.other.active();
    expect([reads('chair'), reads('coordinator')]).toEqual([['case', 'safety'], []]);
  });

  it.each(['person', 'location'] as const)(
    'tells whoever holds the child once the %s is accepted, in words that name nobody',
    (about) => {
      const books = drawn(about);
      const { reads, now } = readOf(books, books.draw());
      expect(alerts(books)).toEqual([]);
      books.other.active();
      expect(alerts(books)).toContain(`user:${books.world.people.worker.userId}`);
      const kind = about === 'person' ? 'linked-person-of-concern' : 'linked-place-of-concern';
      expect(books.world.outgoing.map((one) => one.kind)).toContain(kind);
      expect(reads('worker')).toEqual(['safety']);
      const told = books.world.written.get(now().id)?.find(({ kind }) => kind === 'link-told');
      expect(JSON.stringify(told?.body)).toContain('Ask the police');
      expect(JSON.stringify(told?.body)).not.toContain('TS/26/1');
    },
  );

  it('tells whoever holds the child at once where the person is one of concern already', () => {
    const books = drawn();
    books.other.active();
    expect(alerts(books)).toEqual([]);
    const { reads } = readOf(books, books.draw());
    expect(alerts(books)).toContain(`user:${books.world.people.worker.userId}`);
    expect([reads('worker'), reads('chair')]).toEqual([['safety'], ['case', 'safety']]);
  });

  it('tells nobody of what was on the books before links were drawn, and is there for them to read', () => {
    const books = drawn();
    books.other.active();
    const { id } = books.world.give('links/draw-link', { ...books.payload, knownBefore: true }, dueClock);
    expect(alerts(books)).toEqual([]);
    expect(readOf(books, id).reads('worker')).toEqual(['safety']);
  });

  it('is the supervisor’s alone while the person is handled with conditions', () => {
    const books = drawn();
    books.other
      .active()
      .give('set-handling', { handling: 'C', reason: 'Made up', conditions: 'A1' }, 'supervisor');
    const { reads } = readOf(books, books.draw());
    const who = ['desk', 'analyst', 'chair', 'worker', 'supervisor'] as const;
    expect(who.filter((one) => reads(one).length > 0)).toEqual(['supervisor']);
  });

  it.each([
    ['the child was linked by mistake', 'incident-victims/withdraw-link', 'victim'],
    ['the person was linked by mistake', 'incident-parts/withdraw-part', 'part'],
    ['the incident never was', 'incidents/withdraw-incident', 'incidentId'],
  ] as const)('is withdrawn in the same command where %s', (_why, command, of) => {
    const books = drawn();
    books.other.active();
    const { now } = readOf(books, books.draw());
    books.world.give(command, { reason: 'Made up' }, books.world.people.desk, { record: books[of] });
    expect(now()).toMatchObject({ state: 'withdrawn', standing: { ended: { how: 'withdrawn' } } });
    expect(books.world.history.findLast(({ id }) => id === now().id)?.edges).toEqual([]);
    expect(books.world.outgoing.map(({ kind }) => kind)).toContain('link-withdrawn');
  });

  it('is withdrawn with a person who was never one of concern, once', () => {
    const books = drawn();
    books.other.active();
    const { now } = readOf(books, books.draw());
    books.other.removed({ reason: 'mistaken' });
    expect(now().state).toBe('withdrawn');
    const withdrawn = books.world.written.get(now().id)?.filter(({ kind }) => kind === 'link-withdrawn');
    expect(withdrawn?.length).toBe(1);
  });

  it('is not drawn from what was taken back, nor between records that are no part of one incident', () => {
    const books = drawn();
    const { world, payload } = books;
    const wrong = { ...payload, about: { kind: 'person', id: aPersonCase(world).standing.aboutId } };
    expect(whyNot(world.ask('links/draw-link', wrong, dueClock))).toEqual(['/by apart']);
    world.give('incident-parts/withdraw-part', { reason: 'Made up' }, world.people.desk, {
      record: books.part,
    });
    expect(whyNot(books.ask())).toEqual(['/by apart']);
  });

  it('follows the incident where that was on another day', () => {
    const books = drawn();
    const { now } = readOf(books, books.draw());
    const { force: _force, reference: _own, ...facts } = anIncident() as Record<string, unknown>;
    const change = {
      ...facts,
      committed: '2026-08-30',
      committedTo: '2026-08-31',
      reason: 'Told by the force',
    };
    books.world.give('incidents/change-incident', change, books.world.people.desk, {
      record: books.incidentId,
    });
    expect(now().standing).toMatchObject({ firstOn: '2026-08-30', lastOn: '2026-08-31' });
  });

  it('goes back with what it was drawn from when two who were joined are taken apart', () => {
    const books = drawn();
    const { world, aboutId, payload } = books;
    const kept = aPersonCase(world).standing.aboutId;
    const joined = { otherId: aboutId, reasons: 'Made up' };
    world.give('persons/merge', joined, world.people.analyst, { record: kept });
    const moved = { ...payload, about: { kind: 'person', id: kept } };
    const { now } = readOf(books, world.give('links/draw-link', moved, dueClock).id);
    expect(now()).toMatchObject({ subjectId: kept });
    world.give('persons/unmerge', joined, world.people.analyst, { record: kept });
    expect(now()).toMatchObject({ subjectId: aboutId, standing: { to: { kind: 'person', id: aboutId } } });
  });

  it('may be graded by the desk like any other: with conditions it is the desk’s alone', () => {
    const books = drawn();
    books.other.active();
    const id = books.draw();
    const { reads } = readOf(books, id);
    const { told: _told, ...quiet } = aLinkGrade('2027-01-15', {
      grade: { source: '1', information: 'B', handling: 'C', conditions: ['A1'] },
    }) as { told?: string };
    books.world.give('links/grade-link', quiet, books.world.people.analyst, { record: id });
    expect([reads('analyst'), reads('chair'), reads('worker')]).toEqual([
      ['case', 'receipt', 'safety'],
      [],
      [],
    ]);
  });
});

describe('a link that is drawn from a measure', () => {
  /** A notice in force about a child and a person, and the link of the two. */
  function protectedBy(over: object = {}, books = aWorld()) {
    const measure = aMeasure({ ...over }, books);
    const { world, childId } = measure;
    measure.give('serve-measure');
    const protection = world.all('protection')[0] as StoredRecord;
    const payload = {
      child: { kind: 'child', id: childId },
      about: { kind: 'person', id: (measure.payload as { personId: string }).personId },
      by: [
        { kind: 'protection', id: protection.id },
        { kind: 'disruptionMeasure', id: measure.id },
      ],
    };
    const ask = () => world.ask('links/draw-link', payload, dueClock);
    return { ...measure, ask };
  }

  it('joins the child whom it protects with the person on whom it is, as long as it is in force', () => {
    const books = protectedBy();
    const { now } = readOf(books, books.ask().command.record.id);
    expect(now()).toMatchObject({
      state: 'current',
      standing: { kind: 'protected-from', source: 'measure' },
    });
    books.give('discharge-measure');
    expect(now()).toMatchObject({
      state: 'faded',
      standing: { ended: { how: 'faded' }, drawn: { over: true } },
    });
    const { world } = books;
    const again = { lastOn: world.at.slice(0, 10), reviewBy: '2028-08-01', reasons: 'Made up' };
    expect(whyNot(world.ask('links/renew-link', again, world.people.analyst, { record: now().id }))).toEqual([
      'over',
    ]);
    expect(whyNot(books.ask())).toEqual(['/by apart']);
  });

  it('is withdrawn with a measure that was recorded in error', () => {
    const books = protectedBy();
    const { now } = readOf(books, books.ask().command.record.id);
    books.give('withdraw-measure');
    expect(now()).toMatchObject({ state: 'withdrawn' });
  });

  it('is closed with a measure that is handled with conditions, and reads whoever is named there', () => {
    const world = aWorld();
    const books = protectedBy({ handling: 'C', readers: [world.people.senior.userId] }, world);
    const { reads } = readOf(books, books.ask().command.record.id);
    expect([reads('desk'), reads('chair'), reads('senior')]).toEqual([[], [], ['case']]);
    expect(reads('supervisor')).toEqual(['case', 'receipt', 'safety']);
  });
});
