import { birthWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { ChildView } from '../child.js';

/** Children on the books, with or without a case, by name or identifier. */
export const page: Page = {
  id: 'children/list',
  url: '/children',
  section: '/children',

  async get(visit) {
    const { items, next } = await readList<ChildView>(visit, '/api/v1/children', {
      name: visit.query.name,
      localId: visit.query.localId,
    });
    const lines = items.map((one) => ({
      href: `/children/${one.id}`,
      name: one.name,
      calledBy: one.chosenName,
      born: one.birthDate ? birthWords(one.birthDate) : 'Not yet known',
      localId: one.localId ?? 'None',
      status: one.status
        ? `${one.status.legalStatus}, ${one.status.placement}`
        : 'Not looked after, as far as is known',
    }));
    return show({
      title: 'Children on the books',
      model: { lines, next, asked: visit.query.name ?? '', number: visit.query.localId ?? '' },
    });
  },
};
