import { mailFault } from '@mase/workflow/words';
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

/** Why the server did not take it, with its code, and what to do. */
function whyWords(code: string): { why: string; advice: string } {
  const { why, advice } = mailFault(code);
  return { why: `${why} (${code})`, advice: `${advice}. Then send it again.` };
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
