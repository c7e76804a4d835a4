import { isEarlier } from '../clocks/is-earlier.js';
import type { Context } from '../model.js';
import { type Grade, isAtLeast } from '../profile/grade.js';
import type { Effect } from '../topic.js';
import { worker } from './principals.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';

type Ctx = Pick<Context<ChildCaseStanding>, 'record' | 'happened'>;

const none: Effect = { do: 'end', rule: 'contact', reason: 'No contact is asked at this grade' };

/**
 * How often the child is met follows the grade that rules, from its proposal or confirmation on: a rise brings the next
 * contact nearer; a fall that is confirmed counts anew from the last contact; no risk asks for none.
 */
export function contactByGrade({ record }: Pick<Ctx, 'record'>, grade: Grade): Effect[] {
  const { standing } = record;
  if (grade === 'none') return [none];
  const start = { do: 'start', rule: 'contact', who: worker(standing), grade } as const;
  const before = rulingGrade(standing);
  const running = standing.clocks.find(({ rule }) => rule === 'contact');
  if (running && before !== null && !isAtLeast(grade, before))
    return [{ ...start, start: running.start, again: true }];
  return [{ ...start, sooner: true }];
}

/** A rise acts when it is proposed: the next contact is due by the higher grade from then on. */
export function contactAtRise({ record }: Pick<Ctx, 'record'>, proposed: Grade): Effect[] {
  const before = rulingGrade({ ...record.standing, proposed: null });
  if (proposed === 'none' || (before !== null && isAtLeast(before, proposed))) return [];
  return [{ do: 'start', rule: 'contact', who: worker(record.standing), grade: proposed, sooner: true }];
}

/** The next contact, by the grade that rules, from one that took place; one told late does not put off what runs since. */
export function nextContact({ record, happened }: Ctx): Effect[] {
  const { standing } = record;
  const grade = rulingGrade(standing);
  const running = standing.clocks.find(({ rule }) => rule === 'contact');
  if (!grade || (running && isEarlier(happened, running.start))) return [];
  if (grade === 'none') return [{ do: 'end', rule: 'contact' }];
  return [
    { do: 'end', rule: 'contact' },
    { do: 'start', rule: 'contact', who: worker(standing), grade },
  ];
}
