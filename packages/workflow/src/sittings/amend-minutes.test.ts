import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MinutesAmendment } from './amend-minutes.js';
import type { MinutesPart } from './minutes-part.js';
import type { MinuteSection } from './standing.js';

/** Minutes about two children, agreed at a later sitting that goes on. */
function agreed(restricted = false) {
  const world = aWorld();
  const robin = aChildCase(world)
    .referred({ child: { firstName: 'Robin', lastName: 'Ordinary' } })
    .listed();
  const sam = aChildCase(world)
    .referred({ child: { firstName: 'Sam', lastName: 'Synthetic' } })
    .listed();
  const { chair, manager } = world.people;
  if (restricted)
    robin.give('restrict', { reason: 'Made up', readers: [chair.userId, manager.userId] }, 'manager');
  const sitting = aSitting(world).withItem(sam.id);
  if (restricted)
    world.give('sittings/add-item', { caseId: robin.id, section: 'child-review', asked: 'Made up' }, chair, {
      record: sitting.id,
    });
  else sitting.withItem(robin.id);
  sitting.inSession();
  for (const one of [sam, robin]) sitting.deciding(one.id);
  sitting.ended();
  const later = aSitting(world, 42).withItem(aChildCase(world).listed().id).inSession();
  const at = { sittingId: later.id };
  sitting.give('agree-minutes', at, 'chair');
  const amend = (payload: object, who = chair) =>
    whyNot(
      world.ask('sittings/amend-minutes', { wrong: 'Monday', right: 'Tuesday', ...at, ...payload }, who, {
        record: sitting.id,
      }),
    );
  const rows = <B>(id: string, kind: string) =>
    (world.written.get(id) ?? []).filter((row) => row.kind === kind).map(({ body }) => body as B);
  return { world, robin, sam, sitting, later, amend, rows, itemId: sitting.itemOf(robin.id).id };
}

const earlierIn = (later: SittingBuilder) => {
  later.ended();
  const row = (later.world.written.get(later.id) ?? []).find(({ kind }) => kind === 'minutes');
  const { sections } = (row as unknown as { body: { sections: MinuteSection[] } }).body;
  return sections.find(({ heading }) => heading === 'Earlier sittings')?.text ?? '';
};

describe('agreed minutes that are wrong', () => {
  it('stay as they are, with a correction attached that names the sitting which minuted it', () => {
    const { sitting, later, amend, rows } = agreed();
    const before = rows(sitting.id, 'minutes');
    expect(amend({})).toEqual([]);
    expect(rows(sitting.id, 'minutes')).toEqual(before);
    const [kept] = rows<MinutesAmendment>(sitting.id, 'minutes-amended');
    expect(kept).toMatchObject({ wrong: 'Monday', right: 'Tuesday', sittingId: later.id });
    expect(earlierIn(later)).toContain('for “Monday” read “Tuesday”');
  });

  it('of one child are corrected with that child’s item and file, and nowhere with what it is', () => {
    const { robin, sam, sitting, later, amend, rows, itemId } = agreed();
    expect(amend({ itemId, wrong: 'Seen with Sam Synthetic', right: 'Seen alone' })).toEqual([]);
    expect(rows(sitting.id, 'minutes-amended')).toEqual([]);
    expect(rows<MinutesAmendment>(itemId, 'minutes-amended')[0]?.right).toBe('Seen alone');
    const [part] = rows<MinutesPart>(robin.id, 'minutes-part').filter(({ amends }) => amends);
    expect(part?.text).toContain('for “Seen with [another child]” read “Seen alone”');
    expect(rows<MinutesPart>(sam.id, 'minutes-part')).toHaveLength(1);
    const minuted = earlierIn(later);
    expect(minuted).toContain(`say of ${sitting.itemOf(robin.id).standing.reference} was corrected.`);
    expect(minuted).not.toContain('Seen alone');
  });

  it('of a restricted case are corrected on its item alone, and the later sitting says nothing of it', () => {
    const { robin, later, amend, rows, itemId } = agreed(true);
    expect(amend({ itemId })).toEqual([]);
    expect(rows(itemId, 'minutes-amended')).toHaveLength(1);
    expect(rows(robin.id, 'minutes-part')).toEqual([]);
    expect(earlierIn(later)).not.toContain('corrected');
  });

  it('name a child of a restricted case as whoever corrects them wrote it: a guessed name is answered with nothing', () => {
    const { sam, sitting, amend, rows } = agreed(true);
    const wrong = 'Seen with Robin Ordinary and with Somebody Else';
    expect(amend({ itemId: sitting.itemOf(sam.id).id, wrong, right: 'Seen alone' })).toEqual([]);
    const [part] = rows<MinutesPart>(sam.id, 'minutes-part').filter(({ amends }) => amends);
    expect(part?.text).toContain(`for “${wrong}” read “Seen alone”`);
  });

  it('are corrected at a later sitting of the panel in session alone, by the chair, on an item of theirs', () => {
    const { world, sitting, later, amend } = agreed();
    expect(amend({ sittingId: sitting.id })).toEqual(['/sittingId notInSession']);
    expect(amend({ itemId: later.items[0]?.id })).toEqual(['/itemId noItem']);
    expect(amend({}, world.people.coordinator)).toEqual(['forbidden']);
    const gone = aQuorum().attendance.map((one) => ({ ...one, attendance: 'left' as const }));
    later.give('record-attendance', { attendance: gone });
    expect(amend({})).toEqual(['/sittingId notQuorate']);
  });
});
