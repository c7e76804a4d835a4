import { forceKey } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { asksReaders, handledModel } from '../../../handled.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import type { IncidentView } from '../incident.js';
import { factsTyped, incidentFields, incidentModel, incidentPlace } from '../incident-form.js';

const command = 'incidents/record-incident';

/** Incidents of the force that have this number already. */
async function sameNumber(
  visit: Visit,
  { force = '', reference = '' }: { force: string | undefined; reference: string | undefined },
): Promise<IncidentView[]> {
  if (!force || !reference) return [];
  const { body } = await visit.read<{ items: IncidentView[] }>('/api/v1/incidents', { reference });
  return body.items.filter((one) => forceKey(one.force) === forceKey(force));
}

async function form(visit: Visit, alike: readonly IncidentView[]): Promise<Answer> {
  return show({
    title: 'Record an incident',
    back: { href: '/incidents', text: 'Incidents' },
    values: { handling: 'P', ...(visit.query.force ? { force: visit.query.force } : {}), ...visit.form },
    model: {
      ...incidentModel,
      ...(await handledModel(visit)),
      alike: alike.map((one) => ({
        href: `/incidents/${one.id}`,
        text: `${one.offence}, recorded ${dateWords(one.recorded)}`,
      })),
      anyway: [{ value: 'yes', text: 'It is another incident: record it all the same' }],
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
    anyway: select('whether it is another incident'),
  },
  draft: () => 'new',
  place: incidentPlace,

  get: (visit) => form(visit, []),

  async post(visit) {
    if (asksReaders(visit)) return form(visit, []);
    const own = { force: visit.typed('force'), reference: visit.typed('reference') };
    const alike = visit.typed('anyway') ? [] : await sameNumber(visit, own);
    if (alike.length > 0) return form(visit, alike);
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, { ...own, ...factsTyped(visit) });
    return goTo(
      `/incidents/${encodeURIComponent(body.id)}`,
      'The incident is recorded. Record its outcome here when there is one.',
    );
  },
};
