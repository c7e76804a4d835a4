import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import {
  committedWords,
  type IncidentView,
  kindWords,
  outcomeWords,
  type PartView,
  partyWords,
  readIncident,
} from '../incident.js';

/** The records that one of the offenders, or the place, is linked to, as far as the reader sees them. */
function partsOf(one: IncidentView, part: PartView['part'], number: number, mayLink: boolean) {
  return one.parts
    .filter((line) => line.part === part && line.number === number)
    .map(({ id, aboutId, name }) => ({
      href: name ? `/${part === 'offender' ? 'persons' : 'locations'}/${aboutId}` : null,
      name: name ?? 'A record that you do not see',
      withdraw: mayLink ? `/incident-parts/${id}/withdraw-part` : null,
    }));
}

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
      { verb: 'withdraw-incident', text: 'Withdraw the incident' },
    ];
    const mayLink = canDo(one.allowed, 'incidents/change-incident');
    return show({
      title: one.offence,
      back: { href: '/incidents', text: 'Incidents' },
      model: {
        caption: `${one.force}, ${one.reference}`,
        withdrawn: one.withdrawn?.reason ?? null,
        facts: [
          { key: 'Recorded as', text: kindWords[one.kind] },
          { key: 'Recorded by the police', text: dateWords(one.recorded) },
          { key: 'Committed', text: committedWords(one) },
          { key: 'Place', text: one.place ?? 'Not recorded' },
          ...(one.handling === 'C'
            ? [{ key: 'Who knows of it', text: 'With conditions: the supervisor and those named alone' }]
            : []),
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
        offenders: one.offenders.map((offender, place) => ({
          number: place + 1,
          reference: partyWords(offender),
          records: partsOf(one, 'offender', place + 1, mayLink),
          link: mayLink ? `/incident-parts/link-part?incident=${one.id}&offender=${place + 1}` : null,
        })),
        places: partsOf(one, 'place', 1, mayLink),
        linkPlace: mayLink ? `/incident-parts/link-part?incident=${one.id}&place=1` : null,
        sameNumber: (one.withdrawn ? [] : one.sameNumber).map(({ id, recorded, offence }) => ({
          href: `/incidents/${id}`,
          text: `${offence}, recorded ${dateWords(recorded)}`,
        })),
        outcomes: [...one.outcomes].reverse().map((outcome) => outcomeWords(outcome)),
        steps: steps
          .filter(({ verb }) => canDo(one.allowed, `incidents/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text })),
      },
    });
  },
};
