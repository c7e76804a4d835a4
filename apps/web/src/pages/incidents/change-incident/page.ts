import { missingFor } from '../../../allowed.js';
import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readIncident } from '../incident.js';
import {
  factsTyped,
  incidentFields,
  incidentModel,
  incidentPlace,
  incidentValues,
} from '../incident-form.js';

const command = 'incidents/change-incident';

/** Changes what is known of an incident; what stood there before stays in its history. */
export const page: Page = {
  id: command,
  url: '/incidents/:id/change-incident',
  section: '/incidents',
  fields: { ...incidentFields, reason: enter('why it is changed') },
  draft: (visit) => visit.params.id ?? '',
  place: incidentPlace,

  async get(visit) {
    const { incident, etag } = await readIncident(visit);
    return show({
      title: 'Change the incident',
      version: etag,
      back: { href: `/incidents/${incident.id}` },
      values: incidentValues(incident),
      model: {
        ...incidentModel,
        caption: `${incident.force}, ${incident.reference}`,
        missing: missingFor(incident.allowed, command),
        cancel: `/incidents/${incident.id}`,
      },
    });
  },

  async post(visit) {
    const id = encodeURIComponent(visit.params.id ?? '');
    await visit.send(`/api/v1/incidents/${id}/change-incident`, {
      ...factsTyped(visit),
      reason: visit.typed('reason'),
    });
    return goTo(`/incidents/${id}`, 'The incident is changed.');
  },
};
