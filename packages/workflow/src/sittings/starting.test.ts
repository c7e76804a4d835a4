import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { MinuteSection } from './standing.js';

/** A sitting with one item, its papers out and its quorum there, fixed for a day that is so many days ahead. */
function ready(inDays: number) {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const sitting = aSitting(world, inDays).withItem(one.id).papersIssued();
  sitting.give('record-attendance', aQuorum());
  return { world, one, sitting };
}

const ask = ({ world, id }: SittingBuilder, verb: string, payload: object, who: PersonName = 'chair') =>
  whyNot(world.ask(`sittings/${verb}`, payload, world.people[who], { record: id }));

function openingOf({ world, id }: SittingBuilder): string | undefined {
  const row = (world.written.get(id) ?? []).find(({ kind }) => kind === 'minutes');
  const sections = (row?.body as { sections?: MinuteSection[] } | undefined)?.sections ?? [];
  return sections.find(({ heading }) => heading === 'Opening')?.text;
}

const otherDayReason = 'The council house is closed on the day (made up)';

describe('a sitting that starts on another day than the one it is fixed for', () => {
  it('asks why, and the minutes print it', () => {
    const { sitting } = ready(14);
    expect(ask(sitting, 'start-sitting', {})).toEqual(['/otherDayReason asked']);
    expect(ask(sitting, 'start-sitting', { otherDayReason })).toEqual([]);
    expect(openingOf(sitting.ended())).toMatch(
      /^The sitting was fixed for \w+day \d+ \w+ \d{4} and started on \w+day \d+ \w+ \d{4}\. The reason given: The council house is closed on the day \(made up\)\nThe sitting was quorate/,
    );
  });

  it('on its own day it asks nothing, and the minutes say nothing of the day', () => {
    const { sitting, world } = ready(1);
    world.at = sitting.record.standing.startsAt;
    expect(ask(sitting, 'start-sitting', {})).toEqual([]);
    expect(openingOf(sitting.ended())).toMatch(/^The sitting was quorate/);
  });
});

describe('a sitting that was started by mistake', () => {
  const undo = { reason: 'Pressed on the wrong sitting (made up)' };

  it('is undone by its chair while nothing was recorded: papers and clocks are as they were', () => {
    const { sitting } = ready(14);
    const { state, standing } = sitting.record;
    expect(ask(sitting, 'start-sitting', { otherDayReason })).toEqual([]);
    expect(ask(sitting, 'undo-start', undo, 'coordinator')).toEqual(['forbidden']);
    expect(ask(sitting, 'undo-start', undo)).toEqual([]);
    expect(sitting.record.state).toBe(state);
    expect(sitting.record.standing).toEqual({ ...standing, startedBy: null, startedById: null });
    expect(ask(sitting, 'undo-start', undo)).toEqual(['wrongState']);
  });

  it('starts again on its day, and the minutes tell of that start', () => {
    const { sitting, world } = ready(1);
    sitting.give('start-sitting', { otherDayReason }, 'chair').give('undo-start', undo, 'chair');
    world.at = sitting.record.standing.startsAt;
    expect(ask(sitting, 'start-sitting', {})).toEqual([]);
    expect(openingOf(sitting.ended())).toMatch(/^The sitting was quorate/);
  });

  it('is not undone once an item was opened, a note taken or the attendance recorded', () => {
    const opened = ready(14);
    opened.sitting.give('start-sitting', { otherDayReason }, 'chair').hearing(opened.one.id);
    expect(ask(opened.sitting, 'undo-start', undo)).toEqual(['recorded']);
    const noted = ready(14);
    noted.sitting.give('start-sitting', { otherDayReason }, 'chair');
    const { chair } = noted.world.people;
    const [item] = noted.sitting.items;
    const said = { text: 'The school reports (made up)' };
    noted.world.give('agenda-items/record-note', said, chair, { record: item?.id ?? '' });
    expect(ask(noted.sitting, 'undo-start', undo)).toEqual(['recorded']);
    const attended = ready(14);
    attended.sitting.give('start-sitting', { otherDayReason }, 'chair').give('record-attendance', aQuorum());
    expect(ask(attended.sitting, 'undo-start', undo)).toEqual(['recorded']);
  });

  it('is refused in the same words whatever was recorded, so that a deputy learns of no restricted item in session', () => {
    const restricted = (opened: boolean) => {
      const { sitting, world, one } = ready(14);
      const { manager, chair, deputyChair } = world.people;
      const readers = [manager.userId, chair.userId];
      one.give('restrict', { reason: 'Made up', readers }, 'manager');
      sitting.give('start-sitting', { otherDayReason }, 'chair');
      if (opened) sitting.hearing(one.id);
      else sitting.give('record-attendance', aQuorum());
      const { decision } = world.ask('sittings/undo-start', undo, deputyChair, { record: sitting.id });
      if ('changes' in decision) throw new Error('The start was undone');
      const { reason, missing, faults } = decision.refusal;
      return { reason, missing, faults };
    };
    expect(restricted(true)).toEqual(restricted(false));
    expect(JSON.stringify(restricted(true))).not.toContain('item');
  });
});
