import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aLink, aLinkGrade } from '../testing/link-payloads.js';

const conditions = { handling: 'C', reason: 'Made up', conditions: 'A1' };

/** A link between a child who has a worker and a person of concern; the worker is told of it, or nobody is. */
function linked({ isTold }: { isTold: boolean }) {
  const one = aChildCase().withWorker();
  const { world } = one;
  const person = aPersonCase(world).active();
  const to = { kind: 'person', id: person.standing.aboutId };
  const payload = aLink(one.standing.childId, { kind: 'spends-time-with', to });
  const { id } = world.give('links/record-link', payload, world.people.analyst);
  const { told, ...quiet } = aLinkGrade('2027-01-15') as { told: string };
  const give = (verb: string, body: object) =>
    world.give(`links/${verb}`, body, world.people.analyst, { record: id });
  give('grade-link', isTold ? { ...quiet, told } : quiet);
  const handle = (handling: object) => () => person.give('set-handling', handling, 'supervisor');
  const restrict = () =>
    one.give('restrict', { reason: 'Made up', readers: [world.people.manager.userId] }, 'manager');
  /** What is sent of the link by what is done, and to whom. */
  const sent = (what: () => unknown) => {
    const before = world.outgoing.length;
    what();
    const after = world.outgoing.slice(before).filter(({ record }) => record.id === id);
    return after.map(({ kind, principal }) => `${kind} to ${principal}`);
  };
  return {
    one,
    sent,
    give,
    restrict,
    close: handle(conditions),
    open: handle({ handling: 'P', reason: 'Over' }),
  };
}

const toSupervisor = ['link-kept-back to role:intelligence-supervisor'];

describe('a link of which the worker was told, that closes with what is at its end', () => {
  it('tells the supervisor that people were told, where the person is handled with conditions from then on', () => {
    const { sent, close } = linked({ isTold: true });
    expect(sent(close)).toEqual(toSupervisor);
  });

  it('tells the supervisor, and nobody else, where the child is restricted', () => {
    const { sent, restrict } = linked({ isTold: true });
    expect(sent(restrict)).toEqual(toSupervisor);
  });

  it('tells nobody again where the other end closes too, nor where it opens, and once more where it closes anew', () => {
    const { sent, close, open, restrict, one } = linked({ isTold: true });
    sent(close);
    expect(sent(restrict)).toEqual([]);
    expect(sent(open)).toEqual([]);
    expect(sent(() => one.give('lift-restriction', { reason: 'Made up' }, 'manager'))).toEqual([]);
    expect(sent(close)).toEqual(toSupervisor);
  });

  it('tells the supervisor where it had faded, as the worker read on, and not where it was withdrawn', () => {
    const faded = linked({ isTold: true });
    faded.give('review-link', { outcome: 'fades', reasons: 'Made up' });
    expect(faded.sent(faded.close)).toEqual(toSupervisor);
    const withdrawn = linked({ isTold: true });
    withdrawn.give('withdraw-link', { reason: 'Made up' });
    expect(withdrawn.sent(withdrawn.close)).toEqual([]);
  });
});

it('a link of which nobody was told, or that was kept back by its own grade before, closes with its end without a message', () => {
  const untold = linked({ isTold: false });
  expect(untold.sent(untold.close)).toEqual([]);
  const kept = linked({ isTold: true });
  const grade = { source: '1', information: 'B', handling: 'C', conditions: ['A1'] };
  kept.give('grade-link', aLinkGrade('2027-01-15', { grade, told: undefined }));
  expect(kept.sent(kept.close)).toEqual([]);
});
