import { readFileSync } from 'node:fs';
import { path } from '../../../api-client.js';
import { again, goTo, type Page } from '../../../page.js';
import { templateUrl } from '../../../templating/template-url.js';
import { moved, ordered } from '../ordered.js';
import { sittingPage } from '../sitting-page.js';

/** Orders an agenda by the numbers typed beside its items, or moves one item up or down by a place. */
export const page: Page = {
  id: 'sittings/order-items',
  url: '/sittings/:id/order-items',
  section: '/sittings',
  view: readFileSync(templateUrl('pages/sittings/view/view.hbs'), 'utf8'),
  get: sittingPage,

  async post(visit) {
    const ids = visit.typedList('item') ?? [];
    const [way, id = ''] = (visit.typed('move') ?? '').split(':');
    const places = ids.map((one, index) => ({
      id: one,
      now: index + 1,
      wanted: Number(visit.typed(`place-${one}`) ?? Number.NaN),
    }));
    const bad = places.find(({ wanted }) => !Number.isInteger(wanted));
    if (!way && bad) return again({ [`place-${bad.id}`]: 'The place on the agenda must be a whole number' });
    const order = way ? moved(ids, id, way === 'up' ? -1 : 1) : ordered(places);
    const sitting = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${sitting}/order-items`, { order });
    return goTo(`/sittings/${encodeURIComponent(sitting)}#agenda`);
  },
};
