import { path } from '../../../api-client.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';

interface Look {
  at: string;
  name: string;
  agencyName: string | null;
  roles: string[];
  what: string;
  why: string;
  refused: boolean;
}

/** Who looked at a child, when and why, newest first. */
export const page: Page = {
  id: 'children/looks',
  url: '/children/:id/looks',
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { items, next } = await readList<Look>(visit, path`/api/v1/children/${id}/looks`);
    return show({
      title: 'Who looked at this child',
      back: { href: `/children/${id}`, text: 'The child’s record' },
      model: {
        lines: items.map((one) => ({
          ...one,
          when: momentWords(one.at),
          who: [one.name, one.roles.join(', '), one.agencyName].filter(Boolean).join(', '),
        })),
        next: next ? `/children/${id}/looks?after=${encodeURIComponent(next)}` : null,
      },
    });
  },
};
