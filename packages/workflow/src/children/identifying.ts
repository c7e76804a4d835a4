import type { ChildDescription } from '../child-cases/payloads.js';
import { childName } from '../child-cases/record-referral.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing, RecordRef, StoredRecord } from '../model.js';
import { type Effect, type GuardContext, missing, otherWay, type Step } from '../topic.js';
import { joinedWith, newsOf, ownTerms } from './joining.js';
import { mergeFaults, moveSteps, ownSteps } from './joining-steps.js';
import type { ChildStanding } from './standing.js';
import { nhsNumberFaults, toldNhsNumber } from './told-nhs-number.js';

/** Who a child that nobody could name is: named for the first time, or known on the books under another record. */
export interface IdentifyPayload {
  as: 'named' | 'known';
  /** How it was learned, and from whom. */
  how: string;
  /** For `named`. */
  child?: ChildDescription;
  /** For `known`: the record that stands for the child from now on. */
  childId?: string;
}

type Ctx<P extends object> = Context<ChildStanding, P>;
type Guard = GuardContext<ChildStanding>;

const nobodyKnows = ({ record }: Guard): Missing[] =>
  record.standing.identified === false
    ? []
    : missing(
        'identified',
        'It is known who the child is: a mistake is put right by a correction.',
        'triage',
      );

/** The rules of identifying a child. */
export const identifyingRules = {
  isNamed: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'named', 'a child who is named for the first time'),
    ...nobodyKnows(context),
  ],
  isKnown: (context: Guard): Missing[] => [
    ...otherWay(context.choice === 'known', 'a child who is on the books already'),
    ...nobodyKnows(context),
  ],
  wasNamed: ({ record }: Guard): Missing[] =>
    record.standing.identified === true
      ? []
      : missing('notNamed', 'The child was not named after being put on the books.', 'triage'),
};

const named = (payload: Pick<IdentifyPayload, 'child'>) => ({
  name: childName(payload.child),
  chosenName: payload.child?.chosenName ?? null,
  birthDate: payload.child?.birthDate ?? null,
  sex: payload.child?.sex ?? null,
  ...toldNhsNumber(payload.child),
});

/** The recorders of identifying a child, and of taking it back. */
export const identifyingRecorders = {
  recordIdentity: ({ payload, record, actor }: Ctx<IdentifyPayload>): Effect[] => {
    const patch = named(payload);
    return [
      { do: 'write', kind: 'identity', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'lose', terms: ownTerms(record.standing) },
      { do: 'set', patch: { ...patch, identified: true } },
      { do: 'find', terms: ownTerms({ ...record.standing, ...patch }) },
    ];
  },
  recordKnownAs: ({ payload, record, actor }: Ctx<IdentifyPayload>): Effect[] => [
    { do: 'write', kind: 'identity', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { joinedWith: payload.childId ?? null } },
    { do: 'lose', terms: ownTerms(record.standing) },
  ],
  recordWithdrawnIdentity: ({ payload, record, actor }: Ctx<{ reason: string }>): Effect[] => {
    const patch = {
      ...named({}),
      ...(record.standing.nhsNumber ? { nhsNumber: null } : {}),
      identified: false,
    };
    return [
      { do: 'write', kind: 'identity-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
      { do: 'lose', terms: ownTerms(record.standing) },
      { do: 'set', patch },
      { do: 'find', terms: ownTerms({ ...record.standing, ...patch }) },
    ];
  },
};

/** The record that an identification names, where the child is on the books already. */
export const knownChild = ({ as, childId }: IdentifyPayload): RecordRef[] =>
  as === 'known' && childId ? [{ kind: 'child', id: childId }] : [];

/** A name at the least, or a record that stands for itself. */
export function identifyFaults(context: Ctx<IdentifyPayload>): Fault[] {
  const { payload, at, profile } = context;
  if (payload.as === 'known') {
    if (payload.childId) return mergeFaults(context as Ctx<IdentifyPayload & { childId: string }>);
    return [{ pointer: '/childId', code: 'asked', detail: 'Say which child on the books it is.' }];
  }
  const { firstName, lastName, chosenName, birthDate } = payload.child ?? {};
  if (!(firstName || lastName || chosenName))
    return [{ pointer: '/child', code: 'asked', detail: 'Give a name of the child, one at the least.' }];
  if (birthDate && birthDate > localDate(at, profile.timeZone))
    return [
      { pointer: '/child/birthDate', code: 'future', detail: 'A birth date cannot lie in the future.' },
    ];
  return nhsNumberFaults(payload.child);
}

/** What hangs under the child learns the name; or it moves to the record that stands for the child from now on. */
export function identifySteps({ record, payload, locked }: Ctx<IdentifyPayload>): Step[] {
  if (payload.as === 'named') return moveSteps(locked, record.id, record);
  const known = locked.find((one) => one.kind === 'child' && one.id === payload.childId) as
    | StoredRecord<ChildStanding>
    | undefined;
  if (!known) return [];
  const news = newsOf(record);
  const after = joinedWith(known, news);
  return [
    { record: { kind: 'child', id: known.id }, event: 'receive-joined', payload: news },
    ...moveSteps(locked, record.id, after),
    ...ownSteps(locked, after, known),
  ];
}

/** What hangs under the child is told that nobody knows who it is after all. */
export function unidentifySteps({ record, locked }: Ctx<object>): Step[] {
  return moveSteps(locked, record.id, record);
}
