/** Why a person is nominated (domain: necessity rests on one of these). A basis is no finding of guilt. */
export const personBases = [
  'disclosure',
  'graded-intelligence',
  'charge',
  'conviction',
  'repeat-association',
  'vehicle',
  'address',
] as const;

/** Why a place is reported. */
export const locationBases = [
  'disclosure',
  'graded-intelligence',
  'incident',
  'repeat-association',
  'missing-found-there',
  'licence-breach',
] as const;

/** One of these. */
export type BasisCode = (typeof personBases)[number] | (typeof locationBases)[number];

/** What the bases say of a person, and no more; for a place there is none. */
export const concernStatuses = ['suspected', 'charged', 'convicted', 'no-longer-of-concern'] as const;
/** One of these. */
export type ConcernStatus = (typeof concernStatuses)[number];

/** Why a nomination or a report is not taken on. */
export const declineReasons = [
  'not-necessary',
  'not-enough-known',
  'duplicate',
  'other-area',
  'mistaken',
] as const;
/** One of these. */
export type DeclineReason = (typeof declineReasons)[number];

/** How the listing of a person ends. */
export const personRemovals = ['no-longer-necessary', 'moved', 'deceased', 'mistaken', 'unfounded'] as const;
/** How the listing of a place ends. */
export const locationRemovals = [
  'no-longer-necessary',
  'other-area',
  'ceased',
  'mistaken',
  'unfounded',
] as const;
/** One of these. */
export type RemovalReason = (typeof personRemovals)[number] | (typeof locationRemovals)[number];

/** Endings of which another force or area is told first. */
export const toldRemovals: readonly string[] = ['moved', 'other-area'];
/** Why a listing ends for good: what is told afterwards begins a record of its own, and nobody checks. */
export const endedForGood: readonly string[] = ['deceased', 'ceased'] satisfies RemovalReason[];

/** Endings after which links are withdrawn and copies recalled: it was never so. */
export const recalledRemovals: readonly string[] = ['mistaken', 'unfounded'];

/** Endings after which there is nobody and nothing to watch: it ended for good, or was never so. */
export const unwatchedRemovals: readonly string[] = [...endedForGood, ...recalledRemovals];

/** Why the work on a person waits. */
export const personSuspensions = ['custody', 'hospital', 'abroad', 'other'] as const;
/** Why the work on a place waits. */
export const locationSuspensions = ['closed-for-now', 'licence-suspended', 'other'] as const;
/** One of these. */
export type StrandSuspension = (typeof personSuspensions)[number] | (typeof locationSuspensions)[number];

/** How serious what is told of is; the officer judges. */
export const gravities = ['not-known', 'concern', 'serious', 'most-serious'] as const;
/** One of these. */
export type Gravity = (typeof gravities)[number];

/** Whether the person or place reaches children by a position of trust, by other access, or not. */
export const accesses = ['not-known', 'none', 'some', 'position-of-trust'] as const;
/** One of these. */
export type ChildAccess = (typeof accesses)[number];

/** How soon something is to be done. */
export const priorities = ['low', 'medium', 'high'] as const;
/** One of these. */
export type Priority = (typeof priorities)[number];

/** P: lawful sharing is permitted. C: with conditions, and the record is known to those named alone (3x5x2). */
export const handlings = ['P', 'C'] as const;
/** One of these. */
export type Handling = (typeof handlings)[number];

/** Stages of an investigation. */
export const investigationStages = [
  'opened',
  'interviewed',
  'bailed',
  'released-under-investigation',
  'file-with-prosecutor',
  'charged',
  'at-court',
  'concluded',
  'no-further-action',
] as const;
/** One of these. */
export type InvestigationStage = (typeof investigationStages)[number];

/** Levels of the multi-agency public protection arrangements. */
export const mappaLevels = ['none', 'level-1', 'level-2', 'level-3', 'not-known'] as const;
/** One of these. */
export type MappaLevel = (typeof mappaLevels)[number];

/** Why a person or a place is brought before the panel. */
export const strandListingBases = [
  'new',
  'review-due',
  'high-priority',
  'order-expiring',
  'removal-proposed',
  'professional-concern',
] as const;
/** One of these. */
export type StrandListingBasis = (typeof strandListingBases)[number];

/** What a panel may decide on a person or a place. */
export const strandDecisions: readonly string[] = ['continue', 'escalate', 'defer', 'refer', 'remove'];

/** How a review of necessity ends. */
export const necessityOutcomes = ['still-necessary', 'no-longer-necessary'] as const;
/** One of these. */
export type NecessityOutcome = (typeof necessityOutcomes)[number];

/** What is got ready before somebody is released: a first time three months before, again 28 days before. */
export const releaseStages = ['three-months', 'twenty-eight-days'] as const;
/** One of these. */
export type ReleaseStage = (typeof releaseStages)[number];
