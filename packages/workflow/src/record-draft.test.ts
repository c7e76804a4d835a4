import { describe, expect, it } from 'vitest';
import type { Command, SearchTerm } from './model.js';
import { RecordDraft } from './record-draft.js';
import { aChildCase } from './testing/a-child-case.js';
import { dueClock } from './testing/people.js';
import type { Effect } from './topic.js';
import { topicOf } from './topics.js';

const other = '00000000-0000-7000-8000-0000000000aa';

/** What one step with these effects makes of a case. */
function changed(effects: Effect[]) {
  const { record } = aChildCase().referred();
  const command: Command = {
    id: '00000000-0000-7000-8000-000000000001',
    name: 'child-cases/correct-record',
    record: { kind: 'childCase', id: record.id },
    actor: dueClock,
    happened: record.at,
    at: record.at,
    payload: {},
  };
  const draft = new RecordDraft(topicOf('childCase'), record, command, { next: 0 });
  for (const effect of effects) draft.apply(effect, undefined as never);
  return { record, draft, change: draft.change() };
}

const term = (value: string): SearchTerm => ({ kind: 'name', term: value });

describe('a case that was recorded on the wrong child', () => {
  it('hangs under the right one afterwards, and both are named to whoever audits', () => {
    const { record, change, draft } = changed([
      { do: 'set', patch: { childId: other } },
      { do: 'move', parentId: other },
    ]);
    expect(change).toMatchObject({ parentId: other, subjectId: null, persons: [other] });
    expect(change.personsLeft).toEqual([record.parentId]);
    expect(draft.current().parentId).toBe(other);
  });

  it('stays under its child where nothing moves it', () => {
    const { record, change } = changed([{ do: 'move', subjectId: other }]);
    expect(change).toMatchObject({ parentId: record.parentId, subjectId: other, personsLeft: [] });
  });
});

describe('a name by which a record is found', () => {
  it('is withdrawn, and the right one found from then on', () => {
    const { change } = changed([
      { do: 'lose', terms: [term('Robin Wrong')] },
      { do: 'find', terms: [term('Robin Right')] },
    ]);
    expect([change.terms, change.termsGone]).toEqual([[term('Robin Right')], [term('Robin Wrong')]]);
  });

  it('is as the last word says where it is withdrawn and given in one change', () => {
    const given = changed([
      { do: 'lose', terms: [term('Robin')] },
      { do: 'find', terms: [term('Robin')] },
    ]).change;
    expect([given.terms, given.termsGone]).toEqual([[term('Robin')], []]);
    const gone = changed([
      { do: 'find', terms: [term('Robin')] },
      { do: 'lose', terms: [term('Robin')] },
    ]).change;
    expect([gone.terms, gone.termsGone]).toEqual([[], [term('Robin')]]);
  });
});
