import { agreedActions } from '../child-cases/agreed-actions.js';
import { childCautionFaults, namedCautionFaults } from '../child-cases/cautions.js';
import { keptOfCaseAbove } from '../child-cases/on-case.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { ChildStanding } from '../children/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import type { IssuePlainPayload, PlainWords, WritePlainPlanPayload } from './plain-payloads.js';
import type { PlanCopyStanding } from './standing.js';

type Ctx<P extends object = WritePlainPlanPayload> = Context<ChildCaseStanding, P>;

/** Words of the work that say nothing to a child or a parent, or are not theirs to read. */
const jargon =
  /\b(MASE|CSE|CCE|MARAC|MAPPA|LADO|NRM|ICPC|CAWN|SHPO|RHI|EHCP|VOLT|s(?:ection)? ?47|(?:high|medium|low|no) risk|risk (?:grade|level|assessment)|graded? (?:high|medium|low)|perpetrators?|suspects?|nominals?|intelligence|disruption|multi-agency|safeguarding partnership)\b/i;

/** The first term of the trade in a text; null where it is free of them. */
export const jargonIn = (text: string): string | null => jargon.exec(text)?.[0] ?? null;

/** The child by the name that he or she has chosen, or else the first name. */
function childName({ facts, record }: Ctx): string {
  const child = facts.related.find((one) => one.kind === 'child' && one.id === record.standing.childId);
  const { chosenName = null, name = record.standing.name } = (child?.standing ??
    {}) as Partial<ChildStanding>;
  return chosenName ?? name.split(' ')[0] ?? name;
}

/** The copy that the same reader holds already. */
function heldBy({ locked, record }: Ctx<object>, recipientId: string): StoredRecord | undefined {
  return locked.find(({ kind, parentId, standing }) => {
    const { part, recipientId: whose } = standing as PlanCopyStanding;
    return kind === 'planCopy' && parentId === record.id && part === 'plain' && whose === recipientId;
  });
}

const recipientOf = ({ payload, record }: Ctx): string =>
  payload.to === 'child' ? record.standing.childId : (payload.known?.id ?? '');

const plainRow = 'plain-plan';

function wordsFor(context: Ctx): PlainWords {
  const { payload, record, facts, actor } = context;
  const { plan } = record.standing;
  const actions = new Map(agreedActions(context, 'safety').map((one) => [one.id, one.standing]));
  const child = childName(context);
  return {
    version: plan?.version ?? 0,
    number: facts.written.filter(({ kind }) => kind === plainRow).length + 1,
    agreedAt: plan?.agreedAt ?? '',
    to: payload.to,
    reader: payload.to === 'child' ? child : (payload.known?.name ?? ''),
    relation: payload.to === 'child' ? null : (payload.known?.relation ?? null),
    child,
    lines: payload.lines.map(({ actionId, what, know }) => {
      const { ownerName = '', due = null } = actions.get(actionId) ?? {};
      return { what, who: ownerName, due, know };
    }),
    view: payload.view ?? null,
    call: payload.call,
    by: actor.name,
  };
}

/** Gives the reader the copy, in the place of the one that he or she held. */
export function plainCopySteps(context: Ctx): Step[] {
  const { record, commandId } = context;
  const words = wordsFor(context);
  const recipientId = recipientOf(context);
  const payload: IssuePlainPayload = {
    ...keptOfCaseAbove(record),
    recipientId,
    recipientName: words.reader,
    words,
  };
  const id = heldBy(context, recipientId)?.id ?? derivedId(commandId, localId.planCopy);
  return [{ record: { kind: 'planCopy', id }, event: 'issue-plain', payload, parentId: record.id }];
}

/** A plain copy of an earlier version is written anew: nobody but a person puts a plan into plain words. */
export function outdatedSteps({ locked, record }: Ctx<object>): Step[] {
  return locked
    .filter(({ kind, parentId, state, standing }) => {
      const held = state === 'issued' || state === 'opened';
      return (
        kind === 'planCopy' &&
        parentId === record.id &&
        held &&
        (standing as PlanCopyStanding).part === 'plain'
      );
    })
    .map(({ id }) => ({ record: { kind: 'planCopy', id }, event: 'outdate-copy', payload: {} }));
}

/** The case keeps that the plan was put into plain words, for whom and by whom. */
export const plainRecorders = {
  recordPlainPlan: (context: Ctx): Effect[] => {
    const { version, number, to, reader, by } = wordsFor(context);
    return [{ do: 'write', kind: plainRow, class: 'safety', body: { version, number, to, reader, by } }];
  },
};

function readerFaults(context: Ctx): Fault[] {
  const { payload } = context;
  const cautioned = childCautionFaults(context, payload.to, '/to');
  if (payload.to === 'child' || cautioned.length > 0) return cautioned;
  const { known } = payload;
  if (!known)
    return [
      {
        pointer: '/carerId',
        code: 'noCarer',
        detail: 'Choose a carer who is recorded with the child, or record the carer first.',
      },
    ];
  if (known.mayContact === 'no')
    return [
      {
        pointer: '/carerId',
        code: 'noContact',
        detail: 'The child’s record says not to contact this carer: nothing is sent to him or her.',
      },
    ];
  return namedCautionFaults(context, known.name, '/carerId');
}

function lineFaults(context: Ctx): Fault[] {
  const { lines } = context.payload;
  const agreed = agreedActions(context, 'safety').map(({ id }) => id);
  const given = lines.map(({ actionId }) => actionId);
  const faults: Fault[] = [];
  if (agreed.some((id) => !given.includes(id)))
    faults.push({
      pointer: '/lines',
      code: 'incomplete',
      detail: 'Put every action of the safety part into plain words: the reader has the whole of it.',
    });
  if (given.some((id, index) => !agreed.includes(id) || given.indexOf(id) !== index) || given.length === 0)
    faults.push({
      pointer: '/lines',
      code: 'notThePlan',
      detail: 'Write of the actions of the safety part as it was agreed, each once, and of no other.',
    });
  return faults;
}

function jargonFaults({ payload }: Ctx): Fault[] {
  const texts: [string, string][] = [
    ...payload.lines.flatMap(({ what, know }, index): [string, string][] => [
      [`/lines/${index}/what`, what],
      [`/lines/${index}/know`, know],
    ]),
    ['/call', payload.call],
  ];
  return texts.flatMap(([pointer, text]) => {
    const found = jargonIn(text);
    return found
      ? [{ pointer, code: 'jargon', detail: `Say “${found}” in plain words: this is read by the family.` }]
      : [];
  });
}

/** The rules of a plain version: to whom it may go, the whole safety part and nothing else, no words of the trade. */
export function plainFaults(context: Ctx): Fault[] {
  return [...readerFaults(context), ...lineFaults(context), ...jargonFaults(context)];
}
