import { readFileSync } from 'node:fs';
import { path } from '../../../api-client.js';
import { again, goTo, type Page } from '../../../page.js';
import { templateUrl } from '../../../templating/template-url.js';
import { moved, ordered } from '../ordered.js';
import { sittingPage } from '../sitting-page.js';

/** Breaks as they were typed; none before an item where the field is blank or nought. */
function breaksOf(pauses: { id: string; typed: string | undefined }[]) {
  return pauses
    .map(({ id, typed }) => ({ before: id, minutes: Number(typed ?? 0) }))
    .filter(({ minutes }) => minutes > 0);
}

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
    const pauses = visit.typed('proposed')
      ? null
      : ids.map((id) => ({ id, typed: visit.typed(`break-${id}`) }));
    const wrong = pauses?.find(({ typed }) => typed !== undefined && !/^\d{1,2}$/.test(typed));
    if (wrong) return again({ [`break-${wrong.id}`]: 'Minutes of break must be a whole number, like 10' });
    // Items are numbered as on paper, after the parts that open every sitting.
    const first = Number(visit.typed('first') ?? 1);
    const places = ids.map((one, index) => ({
      id: one,
      now: index + first,
      wanted: Number(visit.typed(`place-${one}`) ?? Number.NaN),
    }));
    const bad = places.find(({ wanted }) => !Number.isInteger(wanted));
    if (!way && pauses && bad)
      return again({ [`place-${bad.id}`]: 'The place on the agenda must be a whole number' });
    const order = visit.typed('proposed')
      ? ids
      : way
        ? moved(ids, id, way === 'up' ? -1 : 1)
        : ordered(places);
    const sitting = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${sitting}/order-items`, {
      order,
      ...(pauses ? { breaks: breaksOf(pauses) } : {}),
    });
    return goTo(`/sittings/${encodeURIComponent(sitting)}#agenda`);
  },
};
