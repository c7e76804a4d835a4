import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

/** A sitting in session that has noted something of a child and decided. */
function heard() {
  const world = aWorld();
  const child = aChildCase(world).gradedHigh().listed();
  const sitting = aSitting(world).withItem(child.id).inSession().hearing(child.id);
  const record = sitting.itemOf(child.id).id;
  const note = { text: 'The school saw a car' };
  world.give('agenda-items/record-note', note, world.people.coordinator, { record });
  sitting.deciding(child.id, { reasons: 'The plan works' });
  const rows = () => world.written.get(record) ?? [];
  const rowOf = (kind: string) => rows().find((row) => row.kind === kind)?.id ?? '';
  const correct = (payload: object) =>
    whyNot(
      world.ask('agenda-items/correct-entry', { reason: 'Misheard', ...payload }, world.people.coordinator, {
        record,
      }),
    );
  const minutes = () => {
    const row = (world.written.get(sitting.id) ?? []).find(({ kind }) => kind === 'minutes');
    const { version, sections } = (row as { body: object }).body as {
      version: number;
      sections: { itemId?: string; text: string }[];
    };
    return { version, text: sections.find(({ itemId }) => itemId === record)?.text ?? '' };
  };
  const standing = () => world.getRecord(child.id).standing as ChildCaseStanding;
  return { world, sitting, rows, rowOf, correct, minutes, standing };
}

describe('what was wrongly recorded of an item', () => {
  it('stays beside what is right, which alone is minuted', () => {
    const { sitting, rows, rowOf, correct, minutes } = heard();
    expect(correct({ rowId: rowOf('note'), words: 'The college saw a car' })).toEqual([]);
    expect(rows().filter(({ kind }) => kind === 'note')).toHaveLength(2);
    sitting.ended();
    expect(minutes().text).toContain('The college saw a car');
    expect(minutes().text).not.toContain('The school saw a car');
  });

  it('moves the review of the case with that of the decision, and says so in drafted minutes', () => {
    const { sitting, rowOf, correct, minutes, standing } = heard();
    sitting.ended();
    expect(correct({ rowId: rowOf('decision'), words: 'It does not', nextReview: '2029-07-02' })).toEqual([]);
    expect(standing().lastDecision?.nextReview).toBe('2029-07-02');
    const clocks = standing().clocks.filter(({ rule }) => rule === 'panel-review');
    expect(clocks.map(({ due }) => due.slice(0, 10))).toEqual(['2029-07-02']);
    expect(minutes()).toMatchObject({ version: 2 });
    expect(minutes().text).toContain('Decision: continue. It does not.');
    expect(minutes().text).toContain('2 July 2029');
    expect(minutes().text).not.toContain('The plan works');
  });

  it('is set right in its latest words alone, with something to say, and never in agreed minutes', () => {
    const { sitting, rowOf, correct } = heard();
    const rowId = rowOf('note');
    expect(correct({ rowId })).toEqual(['/words asked']);
    expect(correct({ rowId, nextReview: '2029-07-02' })).toEqual(['/nextReview noReview']);
    expect(correct({ rowId: 'nothing', words: 'x' })).toEqual(['/rowId noEntry']);
    expect(correct({ rowId: rowOf('decision'), nextReview: '2020-01-01' })).toEqual(['/nextReview future']);
    expect(correct({ rowId, words: 'First' })).toEqual([]);
    expect(correct({ rowId, words: 'Second' })).toEqual(['/rowId corrected']);
    sitting.ended().give('agree-minutes', {}, 'chair');
    expect(correct({ rowId: rowOf('note'), words: 'Third' })).toEqual(['agreed']);
  });
});
