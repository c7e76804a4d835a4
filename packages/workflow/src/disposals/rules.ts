import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { LegalHoldStanding } from '../legal-holds/standing.js';
import type { Missing, StoredRecord } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { factsOfCase, factsOfChild } from '../retention/facts-of.js';
import { isPastKeeping, type Kept, keptTogether, keptUntil } from '../retention/kept-until.js';
import { secondPerson } from '../second-person.js';
import { type GuardContext, missing } from '../topic.js';
import type { DisposalBasis, DisposalStanding } from './standing.js';

type Guard = GuardContext<DisposalStanding>;
type Books = { locked: readonly StoredRecord[]; facts: { related: readonly StoredRecord[] } };

/** Kinds of record under a child that are looked at before it goes: its other cases, and what is not finished. */
export const kindsUnderChild = [
  'childCase',
  'missingEpisode',
  'returnInterview',
  'referralProposal',
  'accessRequest',
] as const;

const childOf = (target: StoredRecord, { locked }: Books) =>
  locked.find((one) => one.kind === 'child' && one.id === target.parentId);

/**
 * The child whose own record goes with a case: that of the last one, once its time is over. Where a court, a request to
 * erase or an error asks for one case to go, the child is not what was decided on, and stays.
 */
export function childGoing(
  target: StoredRecord,
  books: Books,
  basis: DisposalBasis | null,
): StoredRecord | undefined {
  if (target.kind !== 'childCase' || basis !== 'period-over') return undefined;
  const others = books.facts.related.some(
    (one) => one.kind === 'childCase' && one.parentId === target.parentId && one.id !== target.id,
  );
  return others ? undefined : childOf(target, books);
}

/**
 * Until when the record of a disposal is kept; null where it is not there or nothing counts yet. Where the child goes
 * with the case, the longest of the rules for both decides.
 */
export function keptOf(target: StoredRecord, books: Books, profile: Profile): Kept | null {
  if (target.kind === 'child') return keptUntil(factsOfChild(target), profile);
  const isLast = childGoing(target, books, 'period-over') !== undefined;
  return keptOfCase(target, childOf(target, books), { isLast }, profile);
}

/** Until when a case is kept: with the child's own record where it is the last of the child's cases. */
export function keptOfCase(
  record: StoredRecord,
  child: StoredRecord | undefined,
  { isLast }: { isLast: boolean },
  profile: Profile,
): Kept | null {
  const ofCase = keptUntil(factsOfCase(record, child), profile);
  return isLast && child ? keptTogether(ofCase, keptUntil(factsOfChild(child), profile)) : ofCase;
}

const unfinishedWords: { [kind: string]: [code: string, words: string, who: string] } = {
  missingEpisode: [
    'absent',
    'The child is recorded as missing: the episode is not over.',
    'whoever records the return',
  ],
  referralProposal: ['proposal', 'A proposal to refer the child is not decided.', 'triage, by deciding it'],
  accessRequest: [
    'accessRequest',
    'A request for access to what is held of the child is not answered.',
    'information governance, by answering or ending it',
  ],
};
const unfinishedStates: { [kind: string]: readonly string[] } = {
  missingEpisode: ['absent', 'held'],
  referralProposal: ['proposed'],
  accessRequest: ['received', 'inProgress', 'decided'],
};

/** What is not finished of the child: a request for access always stands in the way, the rest where the child goes. */
function unfinished(target: StoredRecord, books: Books, basis: DisposalBasis | null): Missing[] {
  const childId = target.kind === 'child' ? target.id : target.parentId;
  const goes = target.kind === 'child' || childGoing(target, books, basis) !== undefined;
  const open = books.facts.related.filter(
    ({ kind, state, parentId }) =>
      parentId === childId &&
      (goes || kind === 'accessRequest') &&
      unfinishedStates[kind]?.includes(state as string),
  );
  return Object.entries(unfinishedWords).flatMap(([kind, words]) =>
    open.some((one) => one.kind === kind) ? missing(...words) : [],
  );
}

/** The legal holds in force that cover a case or a child, by the person, the holding team or a kind of exploitation. */
export function holdsOn(target: StoredRecord, { facts }: Books): StoredRecord<LegalHoldStanding>[] {
  const cases = target.kind === 'childCase' ? [target.standing as ChildCaseStanding] : [];
  const childId = target.kind === 'child' ? target.id : target.parentId;
  return (facts.related as readonly StoredRecord<LegalHoldStanding>[]).filter(({ kind, state, standing }) => {
    if (kind !== 'legalHold' || state !== 'inForce') return false;
    if (standing.scope === 'person') return standing.childId === childId;
    if (standing.scope === 'team') return cases.some(({ team }) => team === standing.teamId);
    return cases.some(({ harm }) => standing.theme !== null && harm[standing.theme] !== undefined);
  });
}

/** What keeps a record from being disposed of: it is open, has cases, is under a hold, is not finished, or is kept longer. */
export function obstaclesTo(
  target: StoredRecord | undefined,
  about: Books & { profile: Profile; at: string; basis: DisposalBasis | null },
): Missing[] {
  if (!target) return missing('gone', 'The record is not there, or is not one that you may see.', 'nobody');
  if (target.standing.access?.closed)
    return missing(
      'restricted',
      'The record is restricted to those whom it names.',
      'one of them, by lifting the restriction',
    );
  if (target.kind === 'childCase' && (target.state as { work?: string }).work !== 'closed')
    return missing('open', 'The case is open.', 'the manager of the team, by closing it');
  const hasCases = about.facts.related.some(
    ({ kind, parentId }) => kind === 'childCase' && parentId === target.id,
  );
  if (target.kind === 'child' && hasCases)
    return missing(
      'cases',
      'The child has a case: dispose of the cases, and the child’s record goes with the last.',
      'you',
    );
  const holds = holdsOn(target, about);
  if (holds.length > 0)
    return missing('held', 'A legal hold covers this record.', 'information governance, by lifting the hold');
  const left = unfinished(target, about, about.basis);
  const kept = keptOf(target, about, about.profile);
  if (about.basis === 'period-over' && !isPastKeeping(kept, about.at, about.profile))
    left.push(
      ...missing(
        'kept',
        kept ? `It is kept until ${kept.until}.` : 'Nothing counts yet for it.',
        'nobody before then',
      ),
    );
  return left;
}

function targetOf({ record, locked }: Guard): StoredRecord | undefined {
  return locked.find((one) => one.id === record.standing.target?.id);
}

const isSecondPerson = ({ record, actor }: Guard): Missing[] =>
  secondPerson(actor, record.standing.proposed?.by, {
    did: 'proposed it',
    who: 'another person of information governance, or the Caldicott guardian',
  });

const isDisposable = (context: Guard): Missing[] =>
  obstaclesTo(targetOf(context), { ...context, basis: context.record.standing.basis });

const hasWaited = ({ record, at }: Guard): Missing[] => {
  const { notBefore } = record.standing;
  if (notBefore !== null && notBefore <= at) return [];
  return missing('wait', `It may be carried out from ${notBefore?.slice(0, 10)} on.`, 'nobody before then');
};

/** The rules of a disposal, by the names that its chart uses. */
export const rules = {
  isSecondPerson,
  isApprovable: (context: Guard): Missing[] => [...isSecondPerson(context), ...isDisposable(context)],
  isRipe: (context: Guard): Missing[] => [...hasWaited(context), ...isDisposable(context)],
};
