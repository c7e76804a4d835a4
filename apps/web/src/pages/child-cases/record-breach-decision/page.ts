import { path } from '../../../api-client.js';
import { dateWords, momentWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage, type OpenedCase } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { whoOf } from '../code-words.js';
import { entryTitle } from '../entry-words.js';

interface Copy {
  paper: string;
  recipientId: string | null;
  principal: string | null;
  recipientName: string;
  copyNumber: number | null;
  issuedAt: string;
}

const papers: Record<string, string> = {
  'sitting-copy': 'Papers of a sitting',
  'plan-copy': 'Plan',
  export: 'Export',
  'access-answer': 'Answer to a request for access',
  message: 'Message, without a word of the entry',
};

function paperOf({ paper, copyNumber }: Copy): string {
  const name = papers[paper] ?? paper;
  if (copyNumber === null) return name;
  return paper === 'plan-copy' ? `${name}, version ${copyNumber}` : `${name}, copy ${copyNumber}`;
}

interface Waiting {
  rowId: string;
  kind: string;
  at: string;
  due: string | null;
}

/** The caption of an entry: of a restricted case its kind alone. */
function titleOf({ written }: CaseView, { rowId, kind }: Pick<Waiting, 'rowId' | 'kind'>): string {
  const entry = written.find(({ id }) => id === rowId);
  if (entry) return `${entryTitle(entry)}, ${dateWords(entry.happened)}`;
  return kind === 'contact' ? 'Contact' : entryTitle({ kind, body: {} });
}

async function model({ view }: OpenedCase, visit: Visit) {
  const { body } = await visit.read<{ copies: Copy[]; waiting: Waiting[]; restricted: boolean }>(
    path`/api/v1/child-cases/${view.id}/carriers`,
  );
  const people = new Map(
    body.copies.flatMap((copy) => (copy.recipientId ? [[copy.recipientId, copy.recipientName]] : [])),
  );
  return {
    restricted: body.restricted,
    entries: body.waiting.map(({ rowId, kind, at, due }) => ({
      value: rowId,
      text: titleOf(view, { rowId, kind }),
      hint: {
        text: `Withdrawn ${momentWords(at)}${due ? `. To be decided by ${momentWords(due)}` : ''}`,
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

/** What information governance decides about an entry that was withdrawn, with the copies that may have carried it. */
export const page = casePage({
  verb: 'record-breach-decision',
  fields: {
    rowId: select('which entry it is about'),
    finding: select('whether the entry was about somebody else'),
    reported: select('whether the Information Commissioner is told'),
    reasons: enter('the reasons'),
    told: select('who is told'),
  },
  model,
  body: (visit) => ({
    rowId: visit.typed('rowId'),
    finding: visit.typed('finding'),
    reported: visit.typed('reported'),
    reasons: visit.typed('reasons'),
    told: visit.typedList('told'),
  }),
  done: 'The decision is recorded. Whoever was to be told is told.',
});
