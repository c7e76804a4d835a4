import { birthWords } from '../../../date-words.js';
import { type Answer, type Page, show } from '../../../page.js';
import { type ListPage, readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { cautionTag } from '../../caution-lines.js';
import type { ChildView } from '../child.js';

/** A child as lists show him or her: of cautions, whom they stop. */
type ListedChild = Omit<ChildView, 'cautions'> & { cautions: string[] };

function shown({ items, next }: ListPage<ListedChild>, searched: boolean, visit: Visit): Answer {
  const lines = items.map((one) => ({
    href: `/children/${one.id}`,
    name: one.name,
    calledBy: one.chosenName,
    cautioned: cautionTag(one.cautions),
    born: one.birthDate ? birthWords(one.birthDate) : 'Not yet known',
    localId: one.localId ?? 'None',
    status: one.status
      ? `${one.status.legalStatus}, ${one.status.placement}`
      : 'Not looked after, as far as is known',
  }));
  return show({
    title: 'Children on the books',
    values: visit.form,
    model: { lines, next, searched },
  });
}

/** Children on the books, with or without a case. Who is looked for is sent, never part of an address. */
export const page: Page = {
  id: 'children/list',
  url: '/children',
  section: '/children',

  async get(visit) {
    return shown(await readList<ListedChild>(visit, '/api/v1/children'), false, visit);
  },

  async post(visit) {
    const asked = {
      name: visit.typed('name'),
      localId: visit.typed('localId'),
      after: visit.typed('after'),
    };
    const { body } = await visit.send<ListPage<ListedChild>>('/api/v1/children/search', asked);
    return shown(body, true, visit);
  },
};
