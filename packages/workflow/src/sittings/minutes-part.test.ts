import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld } from '../testing/people.js';
import { keptSections } from './kept-sections.js';
import { saidBy } from './marked-text.js';
import { type MinutesPart, partsOfMinutes } from './minutes-part.js';

/** A word of each child that stands in nobody else’s minutes. */
const canaries = { robin: 'CANARYKITE', sam: 'CANARYLARK', alex: 'CANARYMOLE' };

/** Three children heard by one sitting, in whose notes each is named beside the others. */
function agreed() {
  const world = aWorld();
  const names = { robin: 'Robin Ordinary', sam: 'Sam Synthetic', alex: 'Alex Invented' } as const;
  const cases = Object.fromEntries(
    Object.entries(names).map(([key, name]) => {
      const [firstName, lastName] = name.split(' ');
      const one = aChildCase(world).referred({ child: { firstName, lastName } }).listed();
      return [key, one];
    }),
  ) as Record<keyof typeof names, ReturnType<typeof aChildCase>>;
  const sitting = aSitting(world);
  for (const one of Object.values(cases)) sitting.withItem(one.id);
  sitting.inSession();
  for (const [key, one] of Object.entries(cases)) {
    sitting.hearing(one.id);
    const text = `${canaries[key as keyof typeof canaries]}. ${names[key as keyof typeof names]} was seen with Robin, with Sam Synthetic and with Invented; Samuel Robinson saw it.`;
    world.give('agenda-items/record-note', { text }, world.people.coordinator, {
      record: sitting.itemOf(one.id).id,
    });
    sitting.deciding(one.id);
  }
  sitting.ended();
  const parts = (id: string) =>
    (world.written.get(id) ?? []).filter(({ kind }) => kind === 'minutes-part') as unknown as {
      class: string;
      body: MinutesPart;
    }[];
  return { world, cases, sitting, parts };
}

describe('agreed minutes', () => {
  it('are filed on each case: its own section, and nothing and nobody of another', () => {
    const { cases, sitting, parts } = agreed();
    for (const one of Object.values(cases)) expect(parts(one.id)).toEqual([]);
    sitting.give('agree-minutes', {}, 'chair');
    for (const [key, one] of Object.entries(cases)) {
      const [part] = parts(one.id);
      expect(part).toMatchObject({ class: 'sheet', body: { sittingId: sitting.id, version: 1 } });
      const text = part?.body.text ?? '';
      for (const [other, canary] of Object.entries(canaries)) {
        if (other === key) expect(text).toContain(canary);
        else expect(text).not.toContain(canary);
      }
      expect(text).toContain('Samuel Robinson');
      expect(text).toContain('Decision: continue.');
    }
    const robin = parts(cases.robin.id)[0]?.body.text ?? '';
    expect(robin).toContain(
      'Robin Ordinary was seen with Robin, with [another child] and with [another child]',
    );
    const sam = parts(cases.sam.id)[0]?.body.text ?? '';
    expect(sam).not.toMatch(/\b(Robin|Ordinary|Alex|Invented)\b/);
    expect(sam).toContain('Sam Synthetic was seen with [another child], with Sam Synthetic');
  });

  it('of a restricted case stand nowhere but on its item', () => {
    const { cases, sitting, parts, world } = agreed();
    const readers = [world.people.manager.userId, world.people.chair.userId];
    const closed = aChildCase(world).listed();
    const next = aSitting(world, 28).withItem(closed.id);
    closed.give('restrict', { reason: 'Made up', readers }, 'manager');
    next.inSession().deciding(closed.id).ended().give('agree-minutes', {}, 'chair');
    expect(parts(closed.id)).toEqual([]);
    sitting.give('agree-minutes', {}, 'chair');
    expect(parts(cases.robin.id)).toHaveLength(1);
  });

  it('leave the name of a restricted case where the minutes say it, so that no other file tells that it was heard', () => {
    const { world, cases, sitting, parts } = agreed();
    const readers = [world.people.manager.userId, world.people.chair.userId];
    cases.alex.give('restrict', { reason: 'Made up', readers }, 'manager');
    sitting.give('agree-minutes', {}, 'chair');
    expect(parts(cases.robin.id)[0]?.body.text).toContain('with [another child] and with Invented;');
    // Its own file goes on without the names of the others, which are open.
    expect(parts(cases.alex.id)[0]?.body.text).toContain(
      'Alex Invented was seen with [another child], with [another child] and with Invented;',
    );
  });

  it('name nobody else by a chosen name, an alias, a surname or a nickname either', () => {
    const world = aWorld();
    const child = { firstName: 'Robin', lastName: 'Ordinary', chosenName: 'Zazzo' };
    const [one, other] = [aChildCase(world).referred({ child }).listed(), aChildCase(world).listed()];
    const person = aPersonCase(world, {
      person: {
        name: 'Quentin Vexby',
        birthDate: '1985-03-04',
        aliases: ['Mister Trunde'],
        identifiers: [{ kind: 'nickname', text: 'Blenko' }],
      },
    })
      .active()
      .listed();
    const sitting = aSitting(world).withItem(one.id).withItem(other.id);
    const asked = { caseId: person.id, caseKind: 'personCase', section: 'person', asked: 'What next?' };
    sitting.give('add-item', asked);
    sitting.inSession().hearing(other.id);
    const text = 'Zazzo was there, zazzo said; Vexby drove, blenko paid, Quentin laughed with Mister Trunde.';
    world.give('agenda-items/record-note', { text }, world.people.coordinator, {
      record: sitting.itemOf(other.id).id,
    });
    sitting.deciding(other.id).ended().give('agree-minutes', {}, 'chair');
    const [part] = (world.written.get(other.id) ?? []).filter(({ kind }) => kind === 'minutes-part');
    expect(JSON.stringify(part?.body)).toContain(
      '[another child] was there, [another child] said; [another person] drove, [another person] paid, [another person] laughed with [another person].',
    );
  });

  it('keep the words of a theme that the sitting heard as well: its title names nobody', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = aSitting(world).withItem(one.id);
    const theme = {
      subject: 'theme',
      title: 'Lunch breaks near the arcade',
      section: 'theme',
      asked: 'Who?',
    };
    sitting.give('add-subject', theme).inSession().hearing(one.id);
    const text = 'She was seen near the arcade; breaks help, and lunch with an aunt.';
    world.give('agenda-items/record-note', { text }, world.people.coordinator, {
      record: sitting.itemOf(one.id).id,
    });
    sitting.deciding(one.id).ended().give('agree-minutes', {}, 'chair');
    const [part] = (world.written.get(one.id) ?? []).filter(({ kind }) => kind === 'minutes-part');
    expect((part?.body as MinutesPart | undefined)?.text).toContain(text);
  });

  it('are known before: what a sitting shows of its parts is, word by word, what each case then files', () => {
    const { world, cases, sitting, parts } = agreed();
    const sections = keptSections(world.written.get(sitting.id) ?? []);
    const known = [...sitting.items, ...world.all('child')];
    const shown = partsOfMinutes(sections, known).map(({ item, pieces }) => [
      item.standing.caseId,
      saidBy(pieces),
    ]);
    sitting.give('agree-minutes', {}, 'chair');
    expect(shown).toEqual(Object.values(cases).map(({ id }) => [id, parts(id)[0]?.body.text]));
  });
});
