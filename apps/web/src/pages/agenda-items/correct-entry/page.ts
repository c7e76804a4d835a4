import { commandPage } from '../../../command-page.js';
import { timeWords } from '../../../date-words.js';
import { readItem } from '../item.js';

/** The notes and the decision of an item that stand, for a select. */
function entriesOf({ written }: Awaited<ReturnType<typeof readItem>>['item']) {
  return written
    .filter(({ kind, wrong }) => !wrong && (kind === 'note' || kind === 'decision'))
    .map(({ id, kind, happened, body }) => ({
      value: id,
      text:
        kind === 'note'
          ? `Note of ${timeWords(happened)}: ${String(body.text ?? '').slice(0, 60)}`
          : 'The reasons of the decision, or its review',
    }));
}

/** A note, or the decision, was wrongly recorded: the entry stays, marked wrong, with what is right in its place. */
export const page = commandPage({
  command: 'agenda-items/correct-entry',
  section: '/sittings',
  opened: async (visit) => {
    const { item, etag } = await readItem(visit);
    return {
      href: `/agenda-items/${item.id}/record-panel-decision`,
      caption: [item.reference, item.name].filter(Boolean).join(', '),
      version: etag,
      allowed: item.allowed,
      options: { rowId: [{ value: '', text: 'Choose the entry' }, ...entriesOf(item)] },
    };
  },
  says: 'The entry stays, marked wrong, with what is right in its place; minutes that are drafted follow. What a decision did is not undone here: confirm the grade again, list the case again, or relist it.',
  asks: [
    { name: 'rowId', label: 'Which entry is wrong?', called: 'the entry', kind: 'select' },
    { name: 'words', label: 'What is right?', called: 'what is right', kind: 'text' },
    {
      name: 'nextReview',
      label: 'Next review, where that was wrong',
      called: 'the next review',
      kind: 'date',
      hint: 'For example, 26 11 2026. Leave it empty where it was right.',
    },
    { name: 'reason', label: 'Why was it wrong?', called: 'the reason', kind: 'text' },
  ],
  done: 'The entry is corrected.',
  next: ({ params }) => `/agenda-items/${encodeURIComponent(params.id ?? '')}/record-panel-decision`,
});
