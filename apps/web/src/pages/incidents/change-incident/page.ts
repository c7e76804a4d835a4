import { missingFor } from '../../../allowed.js';
import { enter } from '../../../error-words.js';
import { asksReaders, handledModel } from '../../../handled.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { readIncident } from '../incident.js';
import {
  factsTyped,
  incidentFields,
  incidentModel,
  incidentPlace,
  incidentValues,
} from '../incident-form.js';

const command = 'incidents/change-incident';

async function form(visit: Visit): Promise<Answer> {
  const { incident, etag } = await readIncident(visit);
  const isClosed = (visit.typed('handling') ?? incident.handling) === 'C';
  return show({
    title: 'Change the incident',
    version: etag,
    back: { href: `/incidents/${incident.id}` },
    values: { ...incidentValues(incident), ...visit.form },
    model: {
      ...incidentModel,
      ...(await handledModel(visit, isClosed)),
      caption: `${incident.force}, ${incident.reference}`,
      missing: missingFor(incident.allowed, command),
      cancel: `/incidents/${incident.id}`,
    },
  });
}

/** Changes what is known of an incident; what stood there before stays in its history. */
export const page: Page = {
  id: command,
  url: '/incidents/:id/change-incident',
  section: '/incidents',
  fields: { ...incidentFields, reason: enter('why it is changed') },
  draft: (visit) => visit.params.id ?? '',
  place: incidentPlace,

  get: form,

  async post(visit) {
    if (asksReaders(visit)) return form(visit);
    const id = encodeURIComponent(visit.params.id ?? '');
    await visit.send(`/api/v1/incidents/${id}/change-incident`, {
      ...factsTyped(visit),
      reason: visit.typed('reason'),
    });
    return goTo(`/incidents/${id}`, 'The incident is changed.');
  },
};
