import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { committedWords, kindWords, outcomeWords, partyWords, readIncident } from '../incident.js';

/** One incident: what the police recorded, its outcomes, and which of its victims are children on the books. */
export const page: Page = {
  id: 'incidents/view',
  url: '/incidents/:id',
  section: '/incidents',

  async get(visit) {
    const { incident: one } = await readIncident(visit);
    const href = `/incidents/${one.id}`;
    const links = one.links.filter(({ state }) => state === 'linked');
    const steps = [
      { verb: 'record-outcome', text: 'Record an outcome' },
      { verb: 'change-incident', text: 'Change the incident' },
    ];
    const mayLink = canDo(one.allowed, 'incidents/change-incident');
    return show({
      title: one.offence,
      back: { href: '/incidents', text: 'Incidents' },
      model: {
        caption: `${one.force}, ${one.reference}`,
        facts: [
          { key: 'Recorded as', text: kindWords[one.kind] },
          { key: 'Recorded by the police', text: dateWords(one.recorded) },
          { key: 'Committed', text: committedWords(one) },
          { key: 'Place', text: one.place ?? 'Not recorded' },
          {
            key: 'Offenders and suspects',
            text: one.offenders.map(partyWords).join(', ') || 'None recorded',
          },
        ],
        victims: one.victims.map((victim, place) => ({
          number: place + 1,
          reference: partyWords(victim),
          children: links
            .filter((link) => link.victim === place + 1)
            .map(({ id, childId, childName }) => ({
              href: `/children/${childId}`,
              name: childName,
              withdraw: mayLink ? `/incident-victims/${id}/withdraw-link` : null,
            })),
        })),
        mayLink,
        outcomes: [...one.outcomes].reverse().map((outcome) => outcomeWords(outcome)),
        steps: steps
          .filter(({ verb }) => canDo(one.allowed, `incidents/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text })),
      },
    });
  },
};
