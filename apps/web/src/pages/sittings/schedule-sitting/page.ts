import { enter, enterDate, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { readList } from '../../../read-list.js';
import type { PanelLine } from '../../panels/panel.js';
import { endOf } from './end-of.js';

/** A date for a panel: when, where, who chairs. */
export const page: Page = {
  id: 'sittings/schedule-sitting',
  url: '/sittings/schedule-sitting',
  section: '/sittings',
  fields: {
    panelId: select('the panel'),
    panel: enter('the panel'),
    startsAt: enterDate('the date'),
    'startsAt-time': enter('the start time'),
    endsAt: enter('the end time'),
    place: enter('the place'),
    link: enter('the link'),
    chairId: select('the chair'),
  },
  draft: () => 'new',

  async get(visit) {
    const [people, { items }] = await Promise.all([
      readPeople(visit),
      readList<PanelLine>(visit, '/api/v1/panels', { after: undefined }),
    ]);
    const panels = items.filter(({ closed }) => closed === null);
    const own =
      panels.find(({ id }) => id === visit.query.panel) ?? (panels.length === 1 ? panels[0] : undefined);
    const chairs = people.filter(({ roles }) =>
      roles.some((role) => role === 'chair' || role === 'deputy-chair'),
    );
    return show({
      title: 'Schedule a sitting',
      back: { href: '/sittings' },
      values: {
        panelId: own?.id ?? '',
        panel: panels.length > 0 ? '' : 'MASE panel',
        place: own?.place ?? '',
        link: own?.link ?? '',
        chairId: own?.chairId ?? '',
      },
      model: {
        chairs: peopleOptions(chairs, 'Choose the chair'),
        panels: [
          { value: '', text: 'None of these: name it below' },
          ...panels.map(({ id, name }) => ({ value: id, text: name })),
        ],
        series: own ? `/panels/${own.id}/series` : null,
      },
    });
  },

  async post(visit) {
    if (visit.typedDate('startsAt') && !visit.typed('startsAt-time'))
      return again({ 'startsAt-time': 'Enter the start time, like 14:00' });
    const panelId = visit.typed('panelId');
    const { body } = await visit.send<{ id: string }>('/api/v1/sittings/schedule-sitting', {
      ...(panelId ? { panelId } : { panel: visit.typed('panel') }),
      startsAt: visit.typedMoment('startsAt'),
      endsAt: visit.typed('endsAt') ? endOf(visit) : undefined,
      place: visit.typed('place'),
      link: visit.typed('link'),
      chairId: visit.typed('chairId'),
    });
    return goTo(`/sittings/${encodeURIComponent(body.id)}`, 'The sitting is scheduled.');
  },
};
