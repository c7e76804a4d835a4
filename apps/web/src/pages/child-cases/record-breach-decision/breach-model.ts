import type { path } from '../../../api-client.js';
import { dateWords, momentWords } from '../../../date-words.js';
import { enter, type Fields, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { whoOf } from '../code-words.js';

interface Copy {
  paper: string;
  recipientId: string | null;
  principal: string | null;
  recipientName: string;
  copyNumber: number | null;
  issuedAt: string;
}

/** An entry that waits for the decision of information governance. */
export interface Waiting {
  rowId: string;
  kind: string;
  at: string;
  due: string | null;
}

const papers: Record<string, string> = {
  'sitting-copy': 'Papers of a sitting',
  'plan-copy': 'Plan',
  'journey-copy': 'The child’s journey',
  export: 'Export',
  'access-answer': 'Answer to a request for access',
  message: 'Message, without a word of the entry',
  'information-request': 'Question to an agency',
  'transfer-notice': 'Notice of a transfer',
  feedback: 'Told of grade, plan or decision',
  notice: 'Statutory notice',
};

function paperOf({ paper, copyNumber }: Copy): string {
  const name = papers[paper] ?? paper;
  if (copyNumber === null) return name;
  return paper === 'plan-copy' ? `${name}, version ${copyNumber}` : `${name}, copy ${copyNumber}`;
}

/** What the form shows of a record: the entries that wait, and who has what may have carried one. */
export async function breachModel(
  visit: Visit,
  address: ReturnType<typeof path>,
  titleOf: (entry: Waiting) => string,
) {
  const { body } = await visit.read<{ copies: Copy[]; waiting: Waiting[]; restricted: boolean }>(address);
  const people = new Map(
    body.copies.flatMap((copy) => (copy.recipientId ? [[copy.recipientId, copy.recipientName]] : [])),
  );
  return {
    restricted: body.restricted,
    entries: body.waiting.map((entry) => ({
      value: entry.rowId,
      text: titleOf(entry),
      hint: {
        text: `Withdrawn ${momentWords(entry.at)}${entry.due ? `. To be decided by ${momentWords(entry.due)}` : ''}`,
      },
    })),
    copies: body.copies.map((copy) => ({
      who: copy.recipientName || whoOf(copy.principal ?? ''),
      paper: paperOf(copy),
      issued: dateWords(copy.issuedAt),
    })),
    outside: body.copies.some(({ recipientId }) => !recipientId),
    recipients: [...people].map(([value, text]) => ({ value, text })),
  };
}

/** The fields of the form. */
export const breachFields: Fields = {
  rowId: select('which entry it is about'),
  finding: select('whether the entry was about somebody else'),
  reported: select('whether the Information Commissioner is told'),
  reasons: enter('the reasons'),
  told: select('who is told'),
};

/** The decision as it was filled in. */
export const breachBody = (visit: Visit) => ({
  rowId: visit.typed('rowId'),
  finding: visit.typed('finding'),
  reported: visit.typed('reported'),
  reasons: visit.typed('reasons'),
  told: visit.typedList('told'),
});
