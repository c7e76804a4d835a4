import { chronologyGroups } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import type { CaseView, Entry } from '../case-view.js';
import { toldShort } from '../view/chronology.js';

/** A case's chronology as the api answers it: one page, narrowed and ordered as asked. */
interface ChronologyView {
  id: string;
  reference: string;
  childId: string;
  name?: string;
  counts: Record<string, number>;
  total: number;
  page: number;
  pages: number;
  entries: (Entry & { group: string; of: { kind: string; id: string } | null })[];
  mayCorrect: boolean;
  names: CaseView['names'];
}

const groups = Object.entries(chronologyGroups);

/** The address of the same chronology, of another page or order. */
function addressOf(id: string, chosen: string[], first: string, page: number): string {
  const query = new URLSearchParams(chosen.map((one): [string, string] => ['group', one]));
  query.set('first', first);
  if (page > 1) query.set('page', String(page));
  return `/child-cases/${id}/chronology?${query}`;
}

/** What happened in one case by when it happened, with when it was recorded, narrowed by what the reader looks for. */
export const page: Page = {
  id: 'child-cases/chronology',
  url: '/child-cases/:id/chronology',
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const known = groups.map(([group]) => group as string);
    const chosen = [visit.query.group ?? []].flat().filter((one) => known.includes(one));
    const first = visit.query.first === 'earliest' ? 'earliest' : 'latest';
    const number = Math.max(1, Math.min(1000, Math.trunc(Number(visit.query.page)) || 1));
    const { body } = await visit.read<ChronologyView>(path`/api/v1/child-cases/${id}/chronology`, {
      ...(chosen.length > 0 ? { group: chosen.join(',') } : {}),
      first,
      page: number,
    });
    return show({
      title: 'Chronology',
      back: { href: `/child-cases/${id}`, text: 'Back to the case' },
      values: { group: chosen, first },
      model: {
        caption: body.name ? `${body.reference}, ${body.name}` : body.reference,
        groups: groups.map(([value, text]) => ({ value, text: `${text} (${body.counts[value] ?? 0})` })),
        journey: `/child-cases/${id}/journey`,
        total: body.total,
        one: body.total === 1,
        entries: body.entries.map((entry) => ({
          ...toldShort(entry, body.names),
          dayOnly: entry.kind === 'incident' || (entry.kind === 'episode' && !entry.body.since),
          correct:
            body.mayCorrect && !entry.of && !entry.wrong
              ? `/child-cases/${id}/correct-record?entry=${entry.id}`
              : null,
          href:
            entry.kind === 'incident'
              ? `/children/${body.childId}/incidents`
              : entry.of && placeOf(entry.of.kind, entry.of.id),
        })),
        page: body.page,
        pages: body.pages,
        previous: body.page > 1 ? addressOf(id, chosen, first, body.page - 1) : null,
        next: body.page < body.pages ? addressOf(id, chosen, first, body.page + 1) : null,
      },
    });
  },
};
