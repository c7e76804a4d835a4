import type { Context, Fault, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { RecordFindingPayload } from './casework-payloads.js';
import type { ChildCaseStanding } from './standing.js';
import { openQuestionsOf } from './still-to-find-out.js';
import { followsFindings } from './to-find-out.js';

type Ctx = Context<ChildCaseStanding, RecordFindingPayload>;

/** Something that nobody knew is found out without a new assessment; the next assessment takes it up. */
export const findingRecorders = {
  recordFinding: (context: Ctx): Effect[] => {
    const { payload, facts, actor, commandId, happened } = context;
    const asked = openQuestionsOf(facts.written).find(({ code }) => code === payload.code);
    const body = { ...payload, question: asked?.what ?? payload.code, by: actor.name };
    const row = { id: commandId, kind: 'finding', replaces: null, happened, body };
    return [
      { do: 'write', kind: 'finding', class: 'case', body },
      ...followsFindings(context, [row, ...facts.written]),
    ];
  },
};

/** The payload rules of a finding: it answers something that is still open on this case. */
export function findingFaults({ payload, facts }: Ctx): Fault[] {
  if (openQuestionsOf(facts.written).some(({ code }) => code === payload.code)) return [];
  return [
    {
      pointer: '/code',
      code: 'notOpen',
      detail: 'This is no longer to be found out: choose something that is, or assess anew.',
    },
  ];
}

/** A finding is recorded while something is left as not known. */
export function hasToFindOut({ record }: GuardContext<ChildCaseStanding>): Missing[] {
  return record.standing.clocks.some(({ rule }) => rule === 'to-find-out')
    ? []
    : missing('nothingToFindOut', 'Nothing is left as not known.', 'the worker');
}
