import { forceKey } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { asksReaders, handledModel } from '../../../handled.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import type { IncidentView } from '../incident.js';
import { factsTyped, incidentFields, incidentModel, incidentPlace } from '../incident-form.js';

const command = 'incidents/record-incident';

const ownTyped = (visit: Visit) => ({ force: visit.typed('force'), reference: visit.typed('reference') });

/** Incidents of the force that stand on the books with the number that was typed. */
async function sameNumber(visit: Visit): Promise<IncidentView[]> {
  const { force, reference } = ownTyped(visit);
  if (!force || !reference) return [];
  const { body } = await visit.read<{ items: IncidentView[] }>('/api/v1/incidents', { reference });
  return body.items.filter((one) => one.state === 'recorded' && forceKey(one.force) === forceKey(force));
}

/** The forces that the area lists, to choose from; none where any may be typed. */
async function forcesOf(visit: Visit): Promise<{ value: string; text: string }[]> {
  const { body } = await visit.read<{ profile: { forces: string[] } }>('/api/v1/me');
  const { forces } = body.profile;
  if (forces.length === 0) return [];
  return [{ value: '', text: 'Choose a force' }, ...forces.map((text) => ({ value: text, text }))];
}

/** The force as the list writes it, however a link to this form wrote it. */
const listed = (forces: { value: string }[], force: string) =>
  forces.find(({ value }) => forceKey(value) === forceKey(force))?.value ?? force;

async function form(visit: Visit): Promise<Answer> {
  const [forces, alike] = await Promise.all([forcesOf(visit), sameNumber(visit)]);
  const { force } = visit.query;
  return show({
    title: 'Record an incident',
    back: { href: '/incidents', text: 'Incidents' },
    values: { handling: 'P', ...(force ? { force: listed(forces, force) } : {}), ...visit.form },
    model: {
      ...incidentModel,
      ...(await handledModel(visit)),
      forces,
      alike: alike.map((one) => ({
        href: `/incidents/${one.id}`,
        text: `${one.offence}, recorded ${dateWords(one.recorded)}`,
      })),
      others: [{ value: 'yes', text: 'It is another incident: record it all the same' }],
    },
  });
}

/** Records a crime or non-crime with the marker of child sexual exploitation. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/incidents',
  fields: {
    force: enter('the police force'),
    reference: enter('the number of the incident'),
    ...incidentFields,
    another: select('whether it is another incident'),
  },
  draft: () => 'new',
  place: incidentPlace,
  get: form,

  async post(visit) {
    if (asksReaders(visit)) return form(visit);
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...ownTyped(visit),
      ...factsTyped(visit),
      ...(visit.typed('another') ? { another: true } : {}),
    });
    return goTo(
      `/incidents/${encodeURIComponent(body.id)}`,
      'The incident is recorded. Record its outcome here when there is one.',
    );
  },
};
