import { gradeWords, type IntelligenceGrade, informationGradeCodes } from '../intelligence/grading.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { isShared } from './access.js';
import type { EndAccessNews } from './end-news.js';
import { holdersTold, knowersTold, supervisorTold } from './holders-told.js';
import type { GradeLinkPayload, LinkStanding } from './standing.js';

/** How far a grade reaches, part by part: the lower, the more certain. */
const reach = ({ source, information }: IntelligenceGrade): number[] => [
  Number(source),
  informationGradeCodes.indexOf(information),
];

/**
 * What those who were told of a link are told of its new grade: that police are less or more certain of it, or, where one
 * part went up and the other down or nobody had graded it, that it is another one. They do not read the grade itself.
 */
function newsOf(before: IntelligenceGrade | null, after: IntelligenceGrade): string {
  if (!before) return 'link-regraded';
  const was = reach(before);
  const steps = reach(after).map((part, index) => part - (was[index] as number));
  if (steps.every((step) => step >= 0)) return 'link-less-certain';
  return steps.every((step) => step <= 0) ? 'link-more-certain' : 'link-regraded';
}

/**
 * Whoever was told of a link and may still know of it hears that its grade is another one, or reads other words; whoever
 * may know of it for the first time, or again, is told of it. Once it is handled with conditions those who were told hear
 * nothing more, not even that there is nothing to hear: the supervisor does, who finds there whom to speak with.
 */
export function regradedEffects(
  { record, payload, at }: Context<LinkStanding, GradeLinkPayload>,
  after: LinkStanding,
): Effect[] {
  const before = record.standing;
  const knew = before.told && isShared(before);
  if (!after.told) return [];
  if (!isShared(after)) return knew ? supervisorTold('link-kept-back') : [];
  if (!knew) return holdersTold(after, 'link-told');
  const isSame = before.grade && gradeWords(before.grade) === gradeWords(payload.grade);
  if (!isSame) return knowersTold(after, newsOf(before.grade, payload.grade), at);
  return payload.told ? knowersTold(after, 'link-told', at) : [];
}

/**
 * A link that closes with one of its ends, be it the child, the person or the place: those who were told of it and may know
 * no more hear nothing, and the supervisor hears of it as where it is handled with conditions by its own grade. Of one that
 * was withdrawn nobody who was told reads what they were told.
 */
export function closedWithEnd({ record, payload }: Context<LinkStanding, EndAccessNews>): Effect[] {
  const { standing } = record;
  const knew = standing.told && isShared(standing) && standing.ended?.how !== 'withdrawn';
  const closes = payload.access.closed && !standing.access?.closed;
  return knew && closes ? supervisorTold('link-kept-back') : [];
}
