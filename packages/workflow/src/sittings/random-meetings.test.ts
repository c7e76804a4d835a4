import { expect, it } from 'vitest';
import type { AgendaItemStanding } from '../agenda-items/standing.js';
import { panelDecisions } from '../agenda-items/standing.js';
import type { StoredRecord } from '../model.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aDecision, aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { type Chance, chanceFrom } from '../testing/chance.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { wrongRows } from '../wrong-rows.js';
import type { AttendanceEntry, MinuteSection } from './standing.js';

const ranks = ['none', 'low', 'medium', 'high'];

/** Whether a decision took protection away, as its row tells: a lower grade than before, off the list, or closed. */
function lowers({ decision, grade, gradeBefore }: Taken): boolean {
  if (['step-down', 'remove', 'close'].includes(decision)) return true;
  return decision === 'regrade' && ranks.indexOf(grade ?? '') < ranks.indexOf(gradeBefore ?? '');
}

/** One thing that somebody in the room does; refused as often as it is no good. */
function act(chance: Chance, sitting: SittingBuilder, cases: ChildCaseBuilder[]): void {
  const { world } = sitting;
  const who = world.people[chance.of(['chair', 'coordinator'] as const)];
  const record = sitting.itemOf(chance.of(cases).id).id;
  const [line] = [chance.of(aQuorum().attendance)] as AttendanceEntry[];
  const attendance = chance.of(['present', 'present', 'left', 'absent'] as const);
  const decision = chance.of([...panelDecisions, 'regrade', 'regrade', 'regrade'] as const);
  const ends = decision === 'remove' || decision === 'close';
  chance.of([
    () => world.ask('agenda-items/open-item', {}, who, { record }),
    () => world.ask('agenda-items/open-item', {}, who, { record }),
    () =>
      chance.happens(0.1) &&
      world.ask('agenda-items/take-off-agenda', { reason: 'Made up' }, who, { record }),
    () => world.ask('agenda-items/record-note', { text: 'Said in the room' }, who, { record }),
    () =>
      world.ask('sittings/record-attendance', { attendance: [{ ...line, attendance }] }, who, {
        record: sitting.id,
      }),
    () =>
      world.ask(
        'agenda-items/record-panel-decision',
        aDecision({
          decision,
          ...(chance.happens(0.5) ? { inquorateReason: 'Called away', chairDecided: true } : {}),
          ...(decision === 'regrade' ? { grade: chance.of(['low', 'low', 'high'] as const) } : {}),
          ...(decision === 'step-down' ? { grade: 'low' as const } : {}),
          ...(ends ? { watcher: 'School nurse', nextCheck: '2029-06-01' } : {}),
        }),
        who,
        { record },
      ),
  ])();
}

function sectionsOf({ world, id }: SittingBuilder): MinuteSection[] {
  const row = (world.written.get(id) ?? []).find(({ kind }) => kind === 'minutes') as { body: object };
  return (row.body as { sections: MinuteSection[] }).sections;
}

interface Taken {
  decision: string;
  grade?: string;
  gradeBefore?: string | null;
  quorum: { quorate: boolean };
}

/** What was kept of a decision when it was taken. */
function takenOf(sitting: SittingBuilder, item: StoredRecord<AgendaItemStanding>): Taken {
  const rows = sitting.world.written.get(item.id) ?? [];
  const wrong = wrongRows(rows as never);
  const row = (rows as { id: string; kind: string }[]).find(
    ({ id, kind }) => kind === 'decision' && !wrong.has(id),
  ) as unknown as { body: Taken };
  return row.body;
}

/** A case that came up once the papers were out, or while the sitting runs: the chair admits it with a reason. */
function addedLate(sitting: SittingBuilder): ChildCaseBuilder {
  const late = aChildCase(sitting.world).listed();
  const item = { caseId: late.id, section: 'child-review', asked: 'What now?', lateReason: 'Since Monday' };
  sitting.give('add-item', item, 'chair');
  return late;
}

/** Sets right some of what stands in drafted minutes; gives by item what is right. */
function corrected(chance: Chance, sitting: SittingBuilder): Map<string, string> {
  const { world, items } = sitting;
  const right = new Map<string, string>();
  for (const { id, state } of items) {
    const rows = (world.written.get(id) ?? []) as { id: string; kind: string }[];
    const wrong = wrongRows(rows as never);
    const entries = rows.filter(
      ({ id: row, kind }) => (kind === 'note' || kind === 'decision') && !wrong.has(row),
    );
    if (entries.length === 0 || state === 'takenOff' || chance.happens(0.5)) continue;
    const row = chance.of(entries);
    const words = `Right words of item ${items.findIndex((one) => one.id === id) + 1}`;
    const payload = { rowId: row.id, words, reason: 'Misheard' };
    world.give('agenda-items/correct-entry', payload, world.people.coordinator, { record: id });
    right.set(id, words);
  }
  return right;
}

/** Now and then somebody’s attendance was wrongly recorded: whether it was set right. */
function attendanceCorrected(chance: Chance, { world, id }: SittingBuilder): boolean {
  if (chance.happens(0.6)) return false;
  const line = chance.of(aQuorum().attendance) as AttendanceEntry;
  const right = { ...line, attendance: chance.of(['present', 'absent'] as const) };
  const { name, agency } = right;
  const payload = { wrong: { name, agency }, right, reason: 'Pressed in the wrong row' };
  const { coordinator } = world.people;
  return 'changes' in world.ask('sittings/correct-attendance', payload, coordinator, { record: id }).decision;
}

/** A sitting of some cases in which so much is done at random, and what came of it. */
function meeting(seed: number) {
  const chance = chanceFrom(seed);
  const world = aWorld({ series: seed });
  const cases = Array.from({ length: 4 }, () =>
    chance.happens(0.5) ? aChildCase(world).gradedHigh().listed() : aChildCase(world).listed(),
  );
  const sitting = aSitting(world);
  for (const one of cases) sitting.withItem(one.id);
  sitting.papersIssued();
  if (chance.happens(0.5)) cases.push(addedLate(sitting));
  // Now and then a case leaves the list while its item waits, or its listing is deferred beyond the sitting.
  const leaves = chance.happens(0.35) ? chance.of(cases) : null;
  if (chance.happens(0.5)) leaves?.give('withdraw-listing', { reason: 'Made up' }, 'coordinator');
  else leaves?.give('defer-listing', { reason: 'Made up', until: '2029-05-01' }, 'coordinator');
  if (chance.happens(0.7)) sitting.inSession();
  else sitting.inSessionInquorate();
  const inSession = chance.happens(0.4);
  const opensEarly = chance.happens(0.5);
  const next = aSitting(world, 28);
  for (let step = 0; step < 24; step += 1) {
    if (inSession && step === 4) cases.push(addedLate(sitting));
    act(chance, sitting, cases);
  }
  if (opensEarly) next.agendaOpen();
  sitting.ended();
  if (!opensEarly) next.agendaOpen();
  const attended = attendanceCorrected(chance, sitting);
  const right = corrected(chance, sitting);
  return { world, cases, sitting, next, inSession, opensEarly, attended, right };
}

it('random meetings: agreed minutes leave no item without an outcome, corrected or not, no step down is inquorate, and what is unfinished is on the next agenda', () => {
  const met = {
    decided: 0,
    unfinished: 0,
    takenOff: 0,
    inquorate: 0,
    lowered: 0,
    regradedLower: 0,
    late: 0,
    deferred: 0,
    corrected: 0,
    attended: 0,
    lateInSession: 0,
    onOpenAgenda: 0,
  };
  for (let seed = 1; seed <= 40; seed += 1) {
    const { world, sitting, next, cases, attended, right, inSession, opensEarly } = meeting(seed);
    if (attended) met.attended += 1;
    if (inSession) met.lateInSession += 1;
    for (const item of sitting.items) {
      const { decision } = item.standing;
      expect(['decided', 'returned', 'takenOff'], `seed ${seed}`).toContain(item.state);
      const section = sectionsOf(sitting).find(({ itemId }) => itemId === item.id);
      expect(section?.text, `seed ${seed}`).toMatch(
        /Decision: |Not reached: it waits for the next agenda\.|Taken off the agenda: /,
      );
      if (item.standing.late) met.late += 1;
      const words = right.get(item.id);
      if (words) {
        met.corrected += 1;
        expect(section?.text, `seed ${seed}`).toContain(words);
      }
      if (item.state === 'takenOff') {
        met.takenOff += 1;
        if (item.standing.takenOff?.startsWith('The listing was deferred')) met.deferred += 1;
        continue;
      }
      if (!decision) {
        met.unfinished += 1;
        if (opensEarly) met.onOpenAgenda += 1;
        continue;
      }
      met.decided += 1;
      const taken = takenOf(sitting, item);
      expect(taken.quorum.quorate).toBe(decision.inquorate !== true);
      if (decision.inquorate) met.inquorate += 1;
      if (lowers(taken)) met.lowered += 1;
      if (lowers(taken) && taken.decision === 'regrade') met.regradedLower += 1;
      // Of what was set right later the record says so, and a quorate sitting hears it again.
      if (decision.inquorate && !attended) expect(lowers(taken), `seed ${seed}`).toBe(false);
    }
    const carried = sitting.items.filter(({ state }) => state === 'returned').map((one) => one.subjectId);
    // Nobody has put them there: the product has.
    expect(next.items.map((one) => one.subjectId).sort(), `seed ${seed}`).toEqual(carried.sort());
    expect([...next.record.standing.order].sort()).toEqual(next.items.map(({ id }) => id).sort());
    sitting.give('agree-minutes', {}, 'chair');
    const before = sectionsOf(sitting);
    if (next.items.length === 0) next.withItem(aChildCase(world).listed().id);
    next.inSession();
    const [first] = sitting.items;
    const said = { sittingId: next.id, itemId: first?.id, wrong: 'Made up', right: 'Otherwise' };
    sitting.give('amend-minutes', said, 'chair');
    expect(sectionsOf(sitting), `seed ${seed}`).toEqual(before);
    const attached = (world.written.get(first?.id ?? '') ?? []).map(({ kind }) => kind);
    expect(attached, `seed ${seed}`).toContain('minutes-amended');
    expect(cases.every(({ state }) => !state.endsWith('beforePanel'))).toBe(true);
  }
  expect(Math.min(...Object.values(met)), JSON.stringify(met)).toBeGreaterThan(1);
});
