import { type Page, show } from '../../../page.js';
import { kinds } from '../kinds.js';
import { dayAsked, dayFields, type Sealed, sealedWords, type WasLine, wasWords } from '../line.js';

/** What may be asked of a list, besides all of it. */
const which: Record<string, string> = { open: 'Open then', overdue: 'With something overdue then' };

/** A list as the books had it at the end of a day. */
export const page: Page = {
  id: 'as-it-was/list',
  url: '/as-it-was',
  fields: dayFields,
  section: '/oversight',

  async get(visit) {
    const { day, asOf, wrong } = dayAsked(visit);
    const kind = visit.query.kind && visit.query.kind in kinds ? visit.query.kind : 'childCase';
    const asked = visit.query.only ?? '';
    const only: Record<string, string> = asked in which ? { only: asked } : {};
    const after = visit.query.after ? { after: visit.query.after } : {};
    const { body } = await visit.read<{ sealed: Sealed; items: WasLine[]; next: string | null }>(
      '/api/v1/as-it-was',
      { asOf, kind, limit: '100', ...only, ...after },
    );
    const again = new URLSearchParams({ day, kind, ...only, after: body.next ?? '' });
    return show({
      title: 'The books on an earlier day',
      model: {
        day,
        wrong,
        kinds: Object.entries(kinds).map(([value, text]) => ({ value, text, selected: value === kind })),
        which: [['', 'All'], ...Object.entries(which)].map(([value, text]) => ({
          ...{ value, text },
          selected: value === (only.only ?? ''),
        })),
        caption: kinds[kind],
        sealed: sealedWords(body.sealed),
        overdue: only.only === 'overdue',
        lines: body.items.map((one) => {
          const words = wasWords(one);
          return {
            ...words,
            late: words.clocks.filter(({ overdue }) => overdue),
            href: `/records/${one.id}/as-it-was?${new URLSearchParams({ day })}`,
          };
        }),
        next: body.next ? `/as-it-was?${again}` : null,
      },
    });
  },
};
