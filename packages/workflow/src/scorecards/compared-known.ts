import { momentWords } from '../clocks/day-words.js';

/** Up to when the days beside are known. */
export interface ComparedKnown {
  /** The instant up to which everything of them is known. */
  knownAt: string;
  /** How many entries the ledger had then; null where it is as known now. */
  entries: number | null;
  /** Whether that is as long after their last day as the days themselves are known after theirs. */
  isAlike: boolean;
}

/** What is said of how long the days beside were known; nothing where there are none. The time zone is the readers'. */
export function comparedWords(compareKnown: ComparedKnown | null | undefined, timeZone: string): string[] {
  if (!compareKnown) return [];
  const { knownAt, entries, isAlike } = compareKnown;
  const at = momentWords(knownAt, timeZone);
  const sealed = entries === null ? '' : `, when the ledger had ${entries} sealed entries`;
  return [
    isAlike
      ? `The days beside are told as they were known on ${at}${sealed}: as long after their last day as these days are known after theirs, so that what comes with time has had as long to come in both.`
      : `The days beside are told as they are known on ${at} too, which is not as long after their last day as after that of these: nothing of them was sealed in the ledger that early, or they end later. What comes with time, such as an assessment, a grade, a plan, a decision of a panel, a closing, another absence or the end of what is overdue, has not had as long to come in both, and a change of such a figure may be of that alone.`,
  ];
}
