import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { factsTyped, incidentFields, incidentModel, incidentPlace } from '../incident-form.js';

const command = 'incidents/record-incident';

/** Records a crime or non-crime with the marker of child sexual exploitation. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/incidents',
  fields: {
    force: enter('the police force'),
    reference: enter('the number of the incident'),
    ...incidentFields,
  },
  draft: () => 'new',
  place: incidentPlace,

  async get(visit) {
    return show({
      title: 'Record an incident',
      back: { href: '/incidents', text: 'Incidents' },
      values: visit.query.force ? { force: visit.query.force } : {},
      model: incidentModel,
    });
  },

  async post(visit) {
    const own = { force: visit.typed('force'), reference: visit.typed('reference') };
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, { ...own, ...factsTyped(visit) });
    return goTo(
      `/incidents/${encodeURIComponent(body.id)}`,
      'The incident is recorded. Record its outcome here when there is one.',
    );
  },
};
