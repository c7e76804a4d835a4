import { momentWords } from '../clocks/day-words.js';

/** Up to when the days beside are known. */
export interface ComparedKnown {
  /** The instant up to which everything of them is known. */
  knownAt: string;
  /** How many entries the ledger had then; null where it is as known now. */
  entries: number | null;
  /** Whether that is as long after their last day as the days themselves are known after theirs. */
  isAlike: boolean;
  /** Whether the days themselves are known before they are over; absent in papers that were issued before that was told. */
  isWithin?: boolean;
}

/** What is said of how long the days beside were known; nothing where there are none. The time zone is the readers'. */
export function comparedWords(compareKnown: ComparedKnown | null | undefined, timeZone: string): string[] {
  if (!compareKnown) return [];
  const { knownAt, entries, isAlike, isWithin } = compareKnown;
  const at = momentWords(knownAt, timeZone);
  const sealed = entries === null ? '' : `, when the ledger had ${entries} sealed entries`;
  if (isAlike && isWithin)
    return [
      `The days beside are told as they were known on ${at}${sealed}: as far into them as these days are known into theirs, so that what comes with time has had as long to come in both.`,
    ];
  if (isAlike)
    return [
      `The days beside are told as they were known on ${at}${sealed}: as long after their last day as these days are known after theirs, so that what comes with time has had as long to come in both.`,
    ];
  const alike = isWithin
    ? 'as far into them as into these'
    : 'as long after their last day as after that of these';
  return [
    `The days beside are told as they are known on ${at} too, which is not ${alike}: nothing of them was sealed in the ledger that early, or they end later. What comes with time, such as an assessment, a grade, a plan, a decision of a panel, a closing, another absence or the end of what is overdue, has not had as long to come in both, and a change of such a figure may be of that alone.`,
  ];
}
