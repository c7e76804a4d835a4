import { momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** A letter by e-mail that could not be delivered. */
export interface DeadLetter {
  id: string;
  name: string;
  kind: string;
  madeAt: string;
  triedAt: string;
  tries: number;
  why: string;
}

const kinds: Record<string, string> = {
  urgent: 'Something urgent',
  messages: 'New messages',
  digest: 'Messages of a day',
  invitation: 'Invitation to a sitting',
};

/** What the end of a conversation with the server means, and what to do. */
function whyWords(why: string): { why: string; advice: string } {
  if (/RCPT TO 5|EENVELOPE/.test(why))
    return {
      why: `The server does not take the address (${why})`,
      advice: 'Set the address of the account right, then send it again.',
    };
  if (/DATA 5/.test(why))
    return {
      why: `The server does not take the letter (${why})`,
      advice: 'Ask whoever runs the mail server why, then send it again.',
    };
  return {
    why: `The server could not be reached or did not answer for three days (${why})`,
    advice: 'See that the mail server answers, then send it again.',
  };
}

/** The dead letters as rows to show. */
export async function readDeadLetters(visit: Visit) {
  const { body } = await visit.read<{ items: DeadLetter[] }>('/api/v1/letters');
  return body.items.map((one) => ({
    ...one,
    ...whyWords(one.why),
    what: kinds[one.kind] ?? one.kind,
    made: momentWords(one.madeAt),
    tried: `${one.tries} ${one.tries === 1 ? 'time' : 'times'}, last ${momentWords(one.triedAt)}`,
    href: `/letters/settle?letter=${encodeURIComponent(one.id)}`,
  }));
}
