import { labelOf } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { dayAsked, dayFields, type Sealed, sealedWords, type WasLine, wasWords } from '../line.js';

interface Was {
  kind: string;
  sealed: Sealed;
  was: WasLine | null;
  written: { kind: string; happened: string; at: string; authorId: string | null; wrong: boolean }[];
  names: { [id: string]: string };
}

/** A record as the books had it at the end of a day. */
export const page: Page = {
  id: 'as-it-was/view',
  url: '/records/:id/as-it-was',
  fields: dayFields,
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { day, asOf, wrong } = dayAsked(visit);
    const { body } = await visit.read<Was>(path`/api/v1/as-it-was/${id}`, { asOf });
    return show({
      title: 'As it was',
      model: {
        day,
        action: `/records/${id}/as-it-was`,
        wrong,
        today: placeOf(body.kind, id),
        sealed: sealedWords(body.sealed),
        was: body.was && wasWords(body.was),
        entries: body.written.map((row) => ({
          what: labelOf(row.kind),
          happened: momentWords(row.happened),
          recorded: momentWords(row.at),
          by: row.authorId ? (body.names[row.authorId] ?? '') : '',
          wrong: row.wrong,
        })),
      },
    });
  },
};
