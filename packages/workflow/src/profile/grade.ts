/** The grades of risk on the common spine, lowest first; a profile may show local names. */
export const grades = ['none', 'low', 'medium', 'high'] as const;

/** One grade of risk on the common spine. */
export type Grade = (typeof grades)[number];

/** Says whether `grade` is `floor` or higher. */
export function isAtLeast(grade: Grade, floor: Grade): boolean {
  return grades.indexOf(grade) >= grades.indexOf(floor);
}

/** Gives the higher of two grades: until confirmation the higher of proposed and confirmed rules. */
export function higherGrade(one: Grade, other: Grade): Grade {
  return isAtLeast(one, other) ? one : other;
}

/** Counts the steps from `from` down to `to`: high to low is 2; a rise is negative. */
export function gradeDrop(from: Grade, to: Grade): number {
  return grades.indexOf(from) - grades.indexOf(to);
}
