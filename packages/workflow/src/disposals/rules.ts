import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { ChildStanding } from '../children/topic.js';
import type { LegalHoldStanding } from '../legal-holds/standing.js';
import type { Missing, StoredRecord } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { factsOfCase, factsOfChild } from '../retention/facts-of.js';
import { isPastKeeping, type Kept, keptUntil } from '../retention/kept-until.js';
import { type GuardContext, missing } from '../topic.js';
import type { DisposalStanding } from './standing.js';

type Guard = GuardContext<DisposalStanding>;
type Books = { locked: readonly StoredRecord[]; facts: { related: readonly StoredRecord[] } };

/** Until when the record of a disposal is kept; null where it is not there or nothing counts yet. */
export function keptOf(target: StoredRecord, locked: readonly StoredRecord[], profile: Profile): Kept | null {
  const child = locked.find((one) => one.kind === 'child' && one.id === target.parentId);
  return keptUntil(target.kind === 'child' ? factsOfChild(target) : factsOfCase(target, child), profile);
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

/** What keeps a record from being disposed of: it is open, has cases, is under a hold, or is kept longer. */
export function obstaclesTo(
  target: StoredRecord | undefined,
  about: Books & { profile: Profile; at: string; waitsForTime: boolean },
): Missing[] {
  if (!target) return missing('gone', 'The record is not there, or is not one that you may see.', 'nobody');
  if (target.kind === 'childCase' && (target.state as { work?: string }).work !== 'closed')
    return missing('open', 'The case is open.', 'the manager of the team, by closing it');
  if (target.kind === 'child' && (target.standing as ChildStanding).cases.length > 0)
    return missing(
      'cases',
      'The child has a case: dispose of the cases, and the child’s record goes with the last.',
      'you',
    );
  const holds = holdsOn(target, about);
  if (holds.length > 0)
    return missing('held', 'A legal hold covers this record.', 'information governance, by lifting the hold');
  const kept = keptOf(target, about.locked, about.profile);
  if (about.waitsForTime && !isPastKeeping(kept, about.at, about.profile))
    return missing(
      'kept',
      kept ? `It is kept until ${kept.until}.` : 'Nothing counts yet for it.',
      'nobody before then',
    );
  return [];
}

function targetOf({ record, locked }: Guard): StoredRecord | undefined {
  return locked.find((one) => one.id === record.standing.target?.id);
}

const isSecondPerson = ({ record, actor }: Guard): Missing[] =>
  actor.userId !== null && record.standing.proposed?.by !== actor.userId
    ? []
    : missing(
        'secondPerson',
        'Somebody else than who proposed it decides; standing in for another does not make one two.',
        'another person of information governance, or the Caldicott guardian',
      );

const isDisposable = (context: Guard): Missing[] =>
  obstaclesTo(targetOf(context), {
    ...context,
    waitsForTime: context.record.standing.basis === 'period-over',
  });

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
