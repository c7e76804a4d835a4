import { type Grade, gradeDrop, higherGrade, isAtLeast } from '../profile/grade.js';
import type { Floor } from '../profile/profile.js';
import type { AssessmentResult } from '../risk/assess.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';

type Proposed = NonNullable<ChildCaseStanding['proposed']>;

/** What the floors of an assessment mean for the grade: the highest that holds, and those that rest on harm. */
export function floorsOf(
  { floors, beforeFloors }: Pick<AssessmentResult, 'floors' | 'beforeFloors'>,
  rules: readonly Floor[],
): Pick<Proposed, 'floor' | 'harmFloor' | 'unlifted'> {
  const applied = rules.filter((_, index) => floors[index]?.applied);
  const highest = (list: readonly Floor[]) =>
    list.reduce<Grade | null>((high, { atLeast }) => (high ? higherGrade(high, atLeast) : atLeast), null);
  const harmFloor = highest(applied.filter((floor) => floor.countsForClosing));
  const unlifted = harmFloor ? higherGrade(beforeFloors, harmFloor) : beforeFloors;
  return { floor: highest(applied), harmFloor, unlifted };
}

/**
 * The floor that holds for whoever decides: that of the newest assessment, which is what is confirmed, and that of a rise
 * which nobody else has decided on: as the rise itself it rules until then, whatever its assessor answers next.
 */
export function rulingFloor(proposed: Proposed | null): Grade | null {
  const floors = [proposed?.floor, proposed?.rose?.floor].filter((one) => one !== null && one !== undefined);
  return floors.reduce<Grade | null>((high, one) => (high ? higherGrade(high, one) : one), null);
}

/** Whether a grade lies below a floor that holds: then reasons and a senior's signature are asked. */
export function liesBelow(floor: Grade | null, grade: Grade): boolean {
  return floor !== null && !isAtLeast(grade, floor);
}

/**
 * The grade as it counts for closing: a grade that a floor on age or disability alone lifted counts as
 * the instrument suggests without it; one that was confirmed below a floor resting on harm counts as that floor.
 */
export function closingGrade(proposed: Proposed | null, grade: Grade): Grade {
  if (!proposed) return grade;
  const { floor, harmFloor, unlifted } = proposed;
  const lifted = floor === grade && gradeDrop(grade, unlifted) > 0;
  const counted = lifted ? unlifted : grade;
  return harmFloor ? higherGrade(counted, harmFloor) : counted;
}

/** Whether this grade lowers what rules now: the grade itself, or a floor of the proposal. A sitting may so in quorum alone. */
export function lowersWhatRules(standing: ChildCaseStanding, grade: Grade): boolean {
  const ruling = rulingGrade(standing);
  const falls = ruling !== null && gradeDrop(ruling, grade) > 0;
  return falls || liesBelow(rulingFloor(standing.proposed), grade);
}
