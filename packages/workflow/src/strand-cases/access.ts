import { localDate } from '../clocks/time-zone.js';
import type { Actor, Reader, StoredRecord } from '../model.js';
import { membersOfCase } from '../panels/case-members.js';
import { holdsFor } from '../posts.js';
import { longest } from '../readers.js';
import { recalledRemovals } from './codes.js';
import { type SeenBy, strandReaders } from './readers.js';
import { regionsOfStrand } from './rules.js';
import { isChildOn, type StrandCaseStanding } from './standing.js';

type Case = StoredRecord<StrandCaseStanding>;

/**
 * Whether licensing has something to act on. A case of a person that was told before `licensed` was kept may have been told of
 * a position of trust alone: it stays closed to licensing until who the person is is told anew.
 */
function isLicensed({ kind, standing }: Pick<Case, 'kind' | 'standing'>): boolean {
  const { licensed, withLicence = false } = standing;
  return licensed ?? (kind === 'locationCase' && withLicence);
}

/** The relations that a person has to a case of a person or a place; the policy names them. */
export function relationsToStrand(actor: Actor, { kind, standing, version }: Case): string[] {
  if (version === 0) return [];
  return [
    ...(holdsFor(actor, standing.careManager?.userId) ? ['careManager'] : []),
    ...(isLicensed({ kind, standing }) ? ['licensed'] : []),
  ];
}

/** By which clock a birthday begins for those who read: readers follow from the record alone, which keeps no area. One clock serves the United Kingdom. */
const clockOfReaders = 'Europe/London';

/** What a case says of who reads it; the record that says who or what it is about is told the same. */
export function seenBy(
  { kind, state, standing }: Pick<Case, 'kind' | 'state' | 'standing'>,
  at: string,
): SeenBy {
  const { nominatorId, officerId, acceptedAt, closed, careManager, clocks } = standing;
  const { panel } = regionsOfStrand({ state });
  return {
    nominatorId,
    officerId,
    acceptedAt,
    closed: closed && { at: closed.at, recalled: recalledRemovals.includes(closed.reason) },
    licensed: isLicensed({ kind, standing }),
    isChild: isChildOn(standing, localDate(at, clockOfReaders)),
    careManagerId: careManager?.userId ?? null,
    listed: panel !== 'notListed',
    members: membersOfCase(panel !== 'notListed', standing),
    recalling: clocks.some(({ rule }) => rule === 'copies-recall' || rule === 'next-check'),
  };
}

/** Who reads a case of a person or a place. */
export function readersOfStrand(record: Case, at: string): Reader[] {
  return longest(strandReaders(seenBy(record, at)));
}

/** The supervisor keeps what is handled with conditions, with the officer who owns it, besides those named. */
export function closedReadersOfStrand({ standing }: Case): Reader[] {
  const principals = [
    'role:intelligence-supervisor',
    ...(standing.officerId ? [`user:${standing.officerId}`] : []),
  ];
  return principals.flatMap((principal) =>
    (['receipt', 'sheet', 'case', 'disruption', 'restricted'] as const).map((one) => ({
      principal,
      class: one,
      until: null,
    })),
  );
}
