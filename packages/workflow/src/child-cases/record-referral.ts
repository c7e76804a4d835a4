import { type ChildNews, childNewsEffects } from '../children/under-child.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, SearchTerm } from '../model.js';
import { caseReference } from '../reference.js';
import type { Effect, Step } from '../topic.js';
import { birthDateEffects } from './adult.js';
import { linkedKept } from './cases-beside.js';
import { firstCaution } from './cautions.js';
import { hostedAtOnce } from './hosting.js';
import type { ChildDescription, RecordReferralPayload } from './payloads.js';
import { triage } from './principals.js';
import type { ChildCaseStanding } from './standing.js';
import type { OfOtherCases } from './true-cases.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** The child that a referral is about: the one named, or a new one whose id the command creates. */
export function childOf(payload: RecordReferralPayload, commandId: string): string {
  return payload.childId ?? derivedId(commandId, localId.child);
}

/** What stands in the place of a name where nobody knows it. */
export const unidentified = 'Child not yet identified';

/** The name under which a child is listed; a description where no name is known. */
export function childName(child: ChildDescription | undefined): string {
  const full = [child?.firstName, child?.lastName].filter(Boolean).join(' ');
  return full || child?.chosenName || unidentified;
}

/** The case is found by the child's name from now on; what stood in its place, or was no name of this child, finds nothing. */
function nameEffects({ record, payload }: Ctx<ChildNews>): Effect[] {
  const name = (term: string): SearchTerm[] => [{ kind: 'name', term }];
  const lost = record.standing.name;
  return [
    ...(lost === unidentified || payload.childName === unidentified
      ? [{ do: 'lose', terms: name(lost) } as const]
      : []),
    ...(payload.childName === unidentified ? [] : [{ do: 'find', terms: name(payload.childName) } as const]),
  ];
}

/** The recorders of a referral. */
export const referralRecorders = {
  recordReferral: (context: Ctx<RecordReferralPayload>): Effect[] => {
    const { record, payload, actor, commandId, happened, locked } = context;
    const child = locked.find((one) => one.kind === 'child')?.standing;
    const books = child as unknown as { name: string; cases: string[] } | undefined;
    const name = books?.name ?? childName(payload.child);
    const reference = caseReference(record.id);
    const standing: Partial<ChildCaseStanding> = {
      reference,
      childId: childOf(payload, commandId),
      name,
      receivedAt: happened,
      referrerId: actor.userId,
      source: payload.source ?? 'not-yet-known',
      linked: (books?.cases ?? []).slice(-linkedKept),
    };
    return [
      { do: 'set', patch: standing },
      { do: 'write', kind: 'referral', class: 'case', body: payload },
      { do: 'write', kind: 'receipt', class: 'receipt', body: { reference, receivedAt: happened } },
      {
        do: 'find',
        terms: [
          { kind: 'reference', term: reference },
          ...(name === unidentified ? [] : [{ kind: 'name', term: name } as const]),
        ],
      },
      ...firstCaution(context),
      ...hostedAtOnce(context),
    ];
  },
  recordChildNews: (context: Ctx<ChildNews>): Effect[] => [
    ...childNewsEffects(context as Context<never, ChildNews>, 'name'),
    ...nameEffects(context),
    ...birthDateEffects(context, context.payload.birthDate),
  ],
  recordTrueCases: ({ payload }: Ctx<OfOtherCases>): Effect[] => [{ do: 'set', patch: payload }],
  scheduleTriage: (): Effect[] => [{ do: 'start', rule: 'triage-decision', who: triage }],
};

/** The child of a referral: put on the books where new, told of the case where known. */
export function childStep({ payload, commandId, actor, record }: Ctx<RecordReferralPayload>): Step[] {
  const child = { kind: 'child', id: childOf(payload, commandId) } as const;
  const caseId = record.id;
  if (payload.childId) return [{ record: child, event: 'receive-case', payload: { caseId } }];
  const described = { ...payload.child, from: 'referral', recordedBy: actor.name, caseId };
  return [{ record: child, event: 'record-child', payload: described }];
}
