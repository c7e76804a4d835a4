import { dateWords, dueWords, momentWords } from './date-words.js';

/** What is due on a record and why then, as the api says it. */
export interface DueDate {
  rule: string;
  label: string;
  due: string;
  overdue: boolean;
  /** Why it is due then, in sentences. */
  why: string[];
  /** Whether the day may still move. */
  provisional: boolean;
}

/** A record's view, as far as it says what is due. */
export interface Dated {
  clocks: DueDate[];
}

/** What is due on a record, soonest first, as its page shows it: each with its day and why it is that day. */
export function whyDates({ clocks }: Dated) {
  return [...clocks]
    .sort((one, other) => one.due.localeCompare(other.due))
    .map(({ label, due, overdue, why, provisional }) => ({
      ...{ label, overdue, why, provisional },
      due: dueWords(due),
    }));
}

/** The facts of a record with what is due on it below them; a fact that says no more than such a day is left to these. */
export function withDates<F extends { text: string }>(facts: readonly F[], view: Dated) {
  const days = new Set(view.clocks.flatMap(({ due }) => [dueWords(due), dateWords(due), momentWords(due)]));
  return { facts: facts.filter(({ text }) => !days.has(text)), dates: whyDates(view) };
}
