import { describe, expect, it } from 'vitest';
import { keptSections } from '../sittings/kept-sections.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import { aWorld, type Partnership } from '../testing/people.js';
import type { RecordPanelDecisionPayload } from './standing.js';

type Over = Partial<RecordPanelDecisionPayload>;

/** What the minutes say was decided on a case, line by line. */
function outcomeOf(sitting: SittingBuilder, id: string): string[] {
  const sections = keptSections((sitting.world.written.get(sitting.id) ?? []) as never);
  const about = sections.find(({ itemId }) => itemId === sitting.itemOf(id).id);
  return (about?.outcome ?? '').split('\n');
}

/** The same of a sitting that decides so on one case. */
function minuted(over: Over, build: (world: Partnership) => { id: string } = medium): string[] {
  const world = aWorld();
  const { id } = build(world);
  return outcomeOf(aSitting(world).withItem(id).inSession().deciding(id, over).ended(), id);
}

const medium = (world: Partnership) => aChildCase(world).listed();
const ready = (world: Partnership) => aChildCase(world).readyToClose().listed();
const proposed = (world: Partnership): ChildCaseBuilder =>
  aChildCase(world).readyToClose().listed().proposedToClose({ harmAddressed: 'The work ended well' });
const watched: Over = { nextReview: '', watcher: 'The school nurse', nextCheck: '2029-06-01' };
const review = 'Next review on Friday 1 June 2029.';
const check = 'The school nurse watches; next check on Friday 1 June 2029.';

describe('the minutes say what a decision fixed', () => {
  it.each([
    [
      'to continue: the next review',
      { decision: 'continue' },
      ['Decision: continue. Made-up reasons.', review],
    ],
    ['to change the plan', { decision: 'change-plan' }, ['Decision: change plan. Made-up reasons.', review]],
    ['to escalate', { decision: 'escalate' }, ['Decision: escalate. Made-up reasons.', review]],
    ['to defer', { decision: 'defer' }, ['Decision: defer. Made-up reasons.', review]],
    [
      'to regrade: from which grade to which',
      { decision: 'regrade', grade: 'high' },
      ['Decision: regrade. Made-up reasons.', 'Grade: from medium to high.', review],
    ],
    [
      'to step down: from which grade to which',
      { decision: 'step-down', grade: 'low' },
      ['Decision: step down. Made-up reasons.', 'Grade: from medium to low.', review],
    ],
    [
      'to remove from the list: who watches and when it is checked',
      { decision: 'remove', ...watched },
      ['Decision: remove. Made-up reasons.', check],
    ],
  ] as [string, Over, string[]][])('%s', (_, over, lines) => {
    expect(minuted(over)).toEqual(lines);
  });

  it('to refer: the panel that hears the case from now on, by name', () => {
    const world = aWorld();
    const from = aPanel(world);
    const to = aPanel(world, { name: 'Panel of the north' });
    const one = aChildCase(world).listed();
    const sitting = aSitting(world, 14, from.id).withItem(one.id).inSession();
    sitting.deciding(one.id, { decision: 'refer', referTo: to.id }).ended();
    expect(outcomeOf(sitting, one.id)).toEqual([
      'Decision: refer. Made-up reasons.',
      'Referred to Panel of the north.',
      review,
    ]);
  });

  it('to close: why, how the harm was addressed, the adult pathway and who watches', () => {
    const closing: Over = {
      decision: 'close',
      closureReason: 'reduced-and-sustained',
      harmAddressed: 'No contact for half a year',
      adultPathway: 'Not needed: she is 14',
      ...watched,
    };
    expect(minuted(closing, ready)).toEqual([
      'Decision: close. Made-up reasons.',
      'Reason for closing: reduced and sustained.',
      'How the harm was addressed: No contact for half a year.',
      'Adult pathway: Not needed: she is 14.',
      check,
    ]);
  });

  it('to close with an open action: who takes it over', () => {
    const open = (world: Partnership) => aChildCase(world).readyToClose().withAction().listed();
    const lines = minuted(
      { decision: 'close', harmAddressed: 'Done', handover: 'Pat of the school', ...watched },
      open,
    );
    expect(lines).toContain('Open safety actions are handed over to: Pat of the school.');
  });

  it('to close as it was proposed: the reason of the proposal, which says the rest', () => {
    const lines = minuted({ decision: 'close', ...watched }, proposed);
    expect(lines).toContain('Reason for closing: reduced and sustained.');
    expect(lines).toContain('How the harm was addressed: as the proposal to close says.');
  });

  it('to end the listing of a person: why, and who was told', () => {
    const world = aWorld();
    const { id } = aPersonCase(world).active().listed();
    const item = { caseId: id, caseKind: 'personCase', section: 'person', asked: 'Made up' };
    const sitting = aSitting(world).agendaOpen().give('add-item', item, 'chair').inSession();
    sitting.deciding(id, {
      decision: 'remove',
      removalReason: 'moved',
      removalTold: 'The force of Northshire',
      ...watched,
    });
    expect(outcomeOf(sitting.ended(), id)).toEqual([
      'Decision: remove. Made-up reasons.',
      'Reason for the removal: moved.',
      'Told of it: The force of Northshire.',
      check,
    ]);
  });
});
