import { type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { kinds } from '../kinds.js';
import { dayAsked, dayFields, type Sealed, sealedWords, type WasLine, wasWords } from '../line.js';

/** What may be asked of a list, besides all of it. */
const which: Record<string, string> = { open: 'Open then', overdue: 'With something overdue then' };

/** Which list is asked for, and what of it: children’s cases by themselves, every list where only what was overdue. */
function listAsked({ query }: Visit): { kind: string; only: string } {
  const { kind, only = '' } = query;
  if (kind && kind in kinds) return { kind, only: only in which ? only : '' };
  const isEvery = kind === '' || (kind === undefined && only === 'overdue');
  return isEvery ? { kind: '', only: 'overdue' } : { kind: 'childCase', only: only in which ? only : '' };
}

/** A list as the books had it at the end of a day. */
export const page: Page = {
  id: 'as-it-was/list',
  url: '/as-it-was',
  fields: dayFields,
  section: '/oversight',

  async get(visit) {
    const { day, asOf, wrong } = dayAsked(visit);
    const asked = listAsked(visit);
    const only: Record<string, string> = asked.only ? { only: asked.only } : {};
    const kind: Record<string, string> = asked.kind ? { kind: asked.kind } : {};
    const after = visit.query.after ? { after: visit.query.after } : {};
    const { body } = await visit.read<{ sealed: Sealed; items: WasLine[]; next: string | null }>(
      '/api/v1/as-it-was',
      { asOf, limit: '100', ...kind, ...only, ...after },
    );
    const again = new URLSearchParams({ day, ...kind, ...only, after: body.next ?? '' });
    return show({
      title: 'The books on an earlier day',
      model: {
        day,
        wrong,
        kinds: [...Object.entries(kinds), ['', 'Every list: what was overdue']].map(([value, text]) => ({
          ...{ value, text },
          selected: value === asked.kind,
        })),
        which: [['', 'All'], ...Object.entries(which)].map(([value, text]) => ({
          ...{ value, text },
          selected: value === asked.only,
        })),
        caption: kinds[asked.kind] ?? 'What was overdue',
        sealed: sealedWords(body.sealed),
        overdue: only.only === 'overdue',
        lines: body.items.map((one) => {
          const words = wasWords(one);
          return {
            ...words,
            of: asked.kind ? null : (kinds[one.kind] ?? null),
            late: words.clocks.filter(({ overdue }) => overdue),
            href: `/records/${one.id}/as-it-was?${new URLSearchParams({ day })}`,
          };
        }),
        next: body.next ? `/as-it-was?${again}` : null,
      },
    });
  },
};
