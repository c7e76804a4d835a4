import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import type { Visit } from '../../../visit.js';
import type { CaseView } from '../case-view.js';

/** A record that hangs on the case, as the page leads to its entries. */
interface OtherRecord {
  href: string;
  text: string;
}

interface Lines {
  [list: string]: { id: string; question?: string; words?: string; kind?: string }[] | undefined;
}

/** The actions, questions, challenges and notices of a case: each has entries of its own. */
export function otherRecords({ id, actions = [], onCase }: CaseView): OtherRecord[] {
  const { requests = [], challenges = [], notices = [] } = (onCase ?? {}) as Lines;
  const to = (of: string, text: string) => ({ href: `/child-cases/${id}/withdraw-entry?of=${of}`, text });
  return [
    ...actions.map((one) => to(`plan-actions/${one.id}`, `Action: ${one.what}`)),
    ...requests.map((one) => to(`information-requests/${one.id}`, `Question: ${one.question ?? ''}`)),
    ...challenges.map((one) => to(`challenges/${one.id}`, `Challenge: ${one.words ?? ''}`)),
    ...notices.map((one) => to(`notices/${one.id}`, `Notice: ${wordsOf(one.kind ?? '')}`)),
  ];
}

/** A code of the books as words. */
function wordsOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Entry {
  id: string;
  kind: string;
  happened: string;
  wrong?: boolean;
}

const address = /^(plan-actions|information-requests|challenges|notices)\/([0-9a-f-]{36})$/;
const ofWithdrawing = ['entry-withdrawn', 'entry-restored'];

/** The entries of the record that the address names, to choose from; nothing where it names none. */
export async function entriesOfOther(visit: Visit): Promise<{ value: string; text: string }[] | null> {
  const [, topic, id] = address.exec(visit.query.of ?? '') ?? [];
  if (!topic || !id) return null;
  const { body } = await visit.read<{ written?: Entry[] }>(path`/api/v1/${topic}/${id}`);
  return (body.written ?? [])
    .filter(({ kind, wrong }) => !wrong && !ofWithdrawing.includes(kind))
    .map(({ id: value, kind, happened }) => ({ value, text: `${wordsOf(kind)}, ${dateWords(happened)}` }));
}
