import type { OpenedRecord } from '@mase/store';
import type { StoredRecord, StrandCaseStanding, StrandRecordStanding } from '@mase/workflow';
import { namesOf, regionsOfStrand, withoutSource } from '@mase/workflow';
import { type Identifier, shownIdentifier } from '@mase/workflow/identifiers';
import type { Asking } from '../view.js';
import { writtenView } from '../written-view.js';

const shown = (one: Identifier) => ({ kind: one.kind, text: shownIdentifier(one) });

/** What both records show: names, identifiers as they are said aloud, cases that the reader may see, what was joined. */
export function strandRecordView(opened: OpenedRecord, { actor }: Pick<Asking, 'actor'>) {
  const { record, children, classes, names } = opened;
  const knowing = { classes, userId: actor.userId };
  const written = opened.written.map((row) => withoutSource(record.kind, row, knowing));
  const {
    clocks: _clocks,
    access: _access,
    cases: _cases,
    ...told
  } = record.standing as StrandRecordStanding;
  const cases = children
    .filter(({ kind }) => kind === 'personCase' || kind === 'locationCase')
    .map((one) => one as StoredRecord<StrandCaseStanding>)
    .sort((one, other) => (one.id < other.id ? 1 : -1));
  return {
    ...told,
    identifiers: told.identifiers.map(shown),
    joined: (told.joined ?? []).map(({ id, name }) => ({ id, name })),
    joinedWith: told.joinedWith ?? null,
    cases: cases.map((one) => ({
      id: one.id,
      version: one.version,
      reference: one.standing.reference,
      state: regionsOfStrand(one),
      priority: one.standing.priority,
      openedAt: one.standing.nominatedAt,
    })),
    written: writtenView(written),
    names: namesOf(names, [
      ...cases.map(({ standing }) => standing.officerId),
      ...written.map(({ authorId }) => authorId),
    ]),
  };
}
