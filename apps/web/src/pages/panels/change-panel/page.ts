import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readPeople } from '../../../people.js';
import { readPanel } from '../panel.js';
import { panelBody, panelChoices, panelFields, panelValues } from '../panel-form.js';

/** Changes what a panel says of itself; its sittings to come learn its name, quorum and parts. */
export const page: Page = {
  id: 'panels/change-panel',
  url: '/panels/:id/change-panel',
  section: '/sittings',
  fields: { ...panelFields, reason: enter('the reason') },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const [{ panel, etag }, people] = await Promise.all([readPanel(visit), readPeople(visit)]);
    const href = `/panels/${panel.id}`;
    return show({
      title: 'Change the panel',
      version: etag,
      back: { href },
      values: panelValues(panel.area, panel),
      model: { ...panelChoices(people, panel.area), caption: panel.name, cancel: href },
    });
  },

  async post(visit) {
    const id = encodeURIComponent(visit.params.id ?? '');
    const reason = visit.typed('reason');
    const { panel } = await readPanel(visit);
    await visit.send(`/api/v1/panels/${id}/change-panel`, {
      ...panelBody(visit, panel.area),
      ...(reason ? { reason } : {}),
    });
    return goTo(
      `/panels/${id}`,
      'The panel is changed. Sittings to come have its name, quorum and parts; time and place of each stay.',
    );
  },
};
