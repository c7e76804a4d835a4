import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { committedWords, type IncidentView, kindWords, partyWords } from '../../incidents/incident.js';

const command = 'incident-victims/link-victim';

/** Every victim of the incidents with a number, as something to choose; of a withdrawn one nobody is a victim. */
function victimsOf(incidents: readonly IncidentView[]) {
  return incidents.flatMap((one) =>
    one.victims.map((victim, place) => ({
      value: `${one.id}/${place + 1}`,
      text: `Victim ${place + 1}: ${partyWords(victim)}`,
      hint: {
        text: `${one.force}, ${one.offence} (${kindWords[one.kind].toLowerCase()}), committed ${committedWords(one)}, recorded ${dateWords(one.recorded)}`,
      },
    })),
  );
}

/** Links a child to an incident as one of its victims: the incident is found by its number, then the victim is chosen. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/children',
  fields: { victim: select('which victim the child is'), childId: enter('the child’s record') },
  place: (pointer) =>
    pointer === '/childId' ? 'victim' : pointer === '/incidentId' ? 'victim' : pointer.slice(1),

  async get(visit) {
    const childId = visit.query.child ?? '';
    const reference = visit.query.reference?.trim() ?? '';
    const { body: child } = await visit.read<{ id: string; name: string }>(path`/api/v1/children/${childId}`);
    const found = reference
      ? (await visit.read<{ items: IncidentView[] }>('/api/v1/incidents', { reference })).body.items
      : [];
    const victims = victimsOf(found.filter(({ state }) => state !== 'withdrawn'));
    return show({
      title: 'Link to an incident',
      back: { href: `/children/${child.id}/incidents`, text: child.name },
      model: {
        caption: child.name,
        child: child.id,
        reference,
        victims,
        notFound: reference !== '' && found.length === 0,
        nobody: found.length > 0 && victims.length === 0,
        cancel: `/children/${child.id}/incidents`,
      },
    });
  },

  async post(visit) {
    const childId = visit.query.child ?? '';
    const [incidentId, victim] = (visit.typed('victim') ?? '').split('/');
    await visit.send(`/api/v1/${command}`, {
      childId,
      ...(incidentId ? { incidentId } : {}),
      victim: victim ? Number(victim) : undefined,
    });
    return goTo(
      `/children/${encodeURIComponent(childId)}/incidents`,
      'The child is linked. Whoever works with the child is shown what was done and its outcome.',
    );
  },
};
