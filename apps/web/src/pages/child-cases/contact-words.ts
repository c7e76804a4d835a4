import { labelOf } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';

/** Contact and attempts, counted apart. */
type CaseContacts = { met: number; attempts: number; lastAt: string | null };

const words: Record<string, string> = {
  attempt: 'Tried, and not reached',
  call: 'Telephone call',
  text: 'Text or message',
  supervision: 'Supervision of the worker',
};

/** What a kind of contact needs said beside it. */
export const kindHint: Record<string, string | undefined> = {
  attempt: 'Counted apart. It says that it was tried, and nothing about the child.',
  supervision: 'By the manager: it is the month’s oversight',
};

/** A kind of contact as a person reads it. */
export function kindWords(kind: string): string {
  return words[kind] ?? labelOf(kind);
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** How often the child was met and how often that was tried in vain, each apart, and when last. */
export function contactWords({
  standing,
}: {
  standing?: { contacts?: CaseContacts | null | undefined } | undefined;
}): string {
  const { met = 0, attempts = 0, lastAt = null } = standing?.contacts ?? {};
  const tried = attempts > 0 ? ` It was tried ${times(attempts)} without reaching the child.` : '';
  if (met === 0) return `No contact with the child is recorded yet.${tried}`;
  return `The child was met or spoken with ${times(met)}${lastAt ? `, last on ${dateWords(lastAt)}` : ''}.${tried}`;
}
