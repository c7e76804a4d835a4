import { enter, enterDate, select } from '../../../error-words.js';
import { typedMoment } from '../../../form-values.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import type { SittingView } from '../sitting.js';

function endOf(visit: Visit): string | undefined {
  const day = (part: string) => visit.form[`startsAt-${part}`];
  return typedMoment(
    {
      'endsAt-day': day('day'),
      'endsAt-month': day('month'),
      'endsAt-year': day('year'),
      'endsAt-time': visit.form.endsAt,
    },
    'endsAt',
  );
}

/** A date for a panel: when, where, who chairs. */
export const page: Page = {
  id: 'sittings/schedule-sitting',
  url: '/sittings/schedule-sitting',
  section: '/sittings',
  fields: {
    panel: enter('the panel'),
    startsAt: enterDate('the date'),
    'startsAt-time': enter('the start time'),
    endsAt: enter('the end time'),
    place: enter('the place'),
    chairId: select('the chair'),
  },
  draft: () => 'new',

  async get(visit) {
    const [people, { items }] = await Promise.all([
      readPeople(visit),
      readList<SittingView>(visit, '/api/v1/sittings', { after: undefined, limit: 1 }),
    ]);
    const [last] = items;
    const chairs = people.filter(({ roles }) =>
      roles.some((role) => role === 'chair' || role === 'deputy-chair'),
    );
    return show({
      title: 'Schedule a sitting',
      back: { href: '/sittings' },
      values: { panel: last?.panel ?? 'MASE panel', place: last?.place ?? '', chairId: last?.chairId ?? '' },
      model: { chairs: peopleOptions(chairs, 'Choose the chair') },
    });
  },

  async post(visit) {
    if (visit.typedDate('startsAt') && !visit.typed('startsAt-time'))
      return again({ 'startsAt-time': 'Enter the start time, like 14:00' });
    const { body } = await visit.send<{ id: string }>('/api/v1/sittings/schedule-sitting', {
      panel: visit.typed('panel'),
      startsAt: visit.typedMoment('startsAt'),
      endsAt: visit.typed('endsAt') ? endOf(visit) : undefined,
      place: visit.typed('place'),
      chairId: visit.typed('chairId'),
    });
    return goTo(`/sittings/${encodeURIComponent(body.id)}`, 'The sitting is scheduled.');
  },
};
