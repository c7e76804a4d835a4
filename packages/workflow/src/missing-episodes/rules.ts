import type { Missing } from '../model.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { absencesOf, sameAbsence } from './absences.js';
import type { MissingEpisodeStanding } from './standing.js';

type Guard = GuardContext<MissingEpisodeStanding>;

const isSecond = (context: Guard): boolean =>
  context.choice !== undefined && sameAbsence(context, context.choice) !== undefined;

/** The rules of an absence, by the names that the chart uses. */
export const rules = {
  isStillAbsent: ({ choice }: Guard): Missing[] => otherWay(choice === 'absent', 'an absence without an end'),
  isOver: ({ choice }: Guard): Missing[] => otherWay(choice === 'over', 'an absence that has ended'),
  isFirstReport: (context: Guard): Missing[] =>
    otherWay(!isSecond(context), 'the first report of an absence'),
  isSecondReport: (context: Guard): Missing[] =>
    otherWay(isSecond(context), 'a report of an absence that is on the books'),
  isSameAbsence: ({ choice }: Guard): Missing[] =>
    otherWay(choice === 'same', 'a report of the same absence'),
  isAnotherAbsence: (context: Guard): Missing[] => {
    const other = otherWay(context.choice === 'another', 'a report of another absence');
    if (other.length > 0) return other;
    const open = absencesOf(context).some(({ state }) => state === 'absent');
    return open
      ? missing(
          'stillAbsent',
          'The absence before it has no return on the books: record that return first.',
          'whoever met the child, or the police desk',
        )
      : [];
  },
  hasOtherArea: ({ record }: Guard): Missing[] =>
    record.standing.area
      ? []
      : missing(
          'otherArea',
          'No other area is recorded for this absence.',
          'whoever reports the child missing',
        ),
  isUnanswered: ({ record }: Guard): Missing[] =>
    record.standing.interview?.outcome.startsWith('completed')
      ? missing(
          'interviewed',
          'An interview was held about it: what the young person said stands.',
          'whoever held the interview',
        )
      : [],
  lacksInterview: ({ record }: Guard): Missing[] =>
    record.standing.interview && record.standing.interview.outcome !== 'missing-again'
      ? missing('answered', 'What came of the interview is recorded.', 'nobody')
      : [],
};
