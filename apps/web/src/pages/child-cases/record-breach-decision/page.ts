import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage, type OpenedCase } from '../case-page.js';

interface Copy {
  recipientId: string;
  recipientName: string;
  copyNumber: number;
  issuedAt: string;
}

async function model({ view }: OpenedCase, visit: Visit) {
  const { body } = await visit.read<{ copies: Copy[] }>(path`/api/v1/child-cases/${view.id}/carriers`);
  const people = new Map(body.copies.map((copy) => [copy.recipientId, copy.recipientName]));
  return {
    copies: body.copies.map(({ recipientName, copyNumber, issuedAt }) => ({
      recipientName,
      copyNumber,
      issued: dateWords(issuedAt),
    })),
    recipients: [...people].map(([value, text]) => ({ value, text })),
  };
}

/** What information governance decides about an entry that was withdrawn, with the copies that may have carried it. */
export const page = casePage({
  verb: 'record-breach-decision',
  fields: {
    reported: select('whether the Information Commissioner is told'),
    reasons: enter('the reasons'),
    told: select('who is told'),
  },
  model,
  body: (visit) => ({
    reported: visit.typed('reported'),
    reasons: visit.typed('reasons'),
    told: visit.typedList('told'),
  }),
  done: 'The decision is recorded, and those who had a copy are told.',
});
