import { goTo, type Page, show } from '../../../page.js';
import { readPeople } from '../../../people.js';
import { readPanels } from '../panel.js';
import { panelBody, panelChoices, panelFields, panelValues } from '../panel-form.js';

/** Puts a panel on the books: its sittings take from it what they do not say themselves. */
export const page: Page = {
  id: 'panels/found-panel',
  url: '/panels/found-panel',
  section: '/sittings',
  fields: panelFields,
  draft: () => 'new',

  async get(visit) {
    const [people, { area }] = await Promise.all([readPeople(visit), readPanels(visit)]);
    return show({
      title: 'Add a panel',
      back: { href: '/panels', text: 'Panels' },
      values: panelValues(area),
      model: panelChoices(people, area),
    });
  },

  async post(visit) {
    const { area } = await readPanels(visit);
    const { body } = await visit.send<{ id: string }>('/api/v1/panels/found-panel', panelBody(visit, area));
    return goTo(
      `/panels/${encodeURIComponent(body.id)}`,
      'The panel is on the books. Next: name its members, then plan its sittings.',
    );
  },
};
