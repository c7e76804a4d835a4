import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import { type MatchView, matchHint } from '../../../strand-record.js';
import type { Visit } from '../../../visit.js';
import { type IncidentView, incidentFacts, partyWords } from '../../incidents/incident.js';

const command = 'incident-parts/link-part';

/** Identifiers by which a person or a location is looked for besides a name. */
const identifiers = [
  { value: 'name', text: 'By a name' },
  { value: 'phone', text: 'By a phone number' },
  { value: 'vehicle', text: 'By a vehicle registration' },
  { value: 'nickname', text: 'By a nickname' },
  { value: 'email', text: 'By an e-mail address' },
  { value: 'postcode', text: 'By a postcode' },
];

/** Which offender is meant, counted from 1; null for the place. */
function offenderOf(visit: Visit): number | null {
  const number = Math.trunc(Number(visit.query.offender));
  return number >= 1 ? number : null;
}

async function found(visit: Visit): Promise<MatchView[]> {
  const text = visit.typed('find');
  if (!text) return [];
  const kind = visit.typed('by') ?? 'name';
  const topic = offenderOf(visit) ? 'persons' : 'locations';
  const asked = kind === 'name' ? { name: text } : { identifiers: [{ kind, text }] };
  const { body } = await visit.send<{ matches: MatchView[] }>(`/api/v1/${topic}/search`, asked);
  return body.matches.filter(({ merged }) => !merged);
}

async function form(visit: Visit): Promise<Answer> {
  const { body: one } = await visit.read<IncidentView>(path`/api/v1/incidents/${visit.query.incident ?? ''}`);
  const offender = offenderOf(visit);
  const others = await found(visit);
  const party = offender ? one.offenders[offender - 1] : undefined;
  return show({
    title: offender ? 'Who is the offender?' : 'Where was it?',
    back: { href: `/incidents/${one.id}` },
    values: { by: 'name', ...visit.form },
    model: {
      caption: `${one.force}, ${one.reference}`,
      facts: incidentFacts(one),
      about: offender
        ? `Offender or suspect ${offender}: ${party ? partyWords(party) : 'not recorded'}`
        : `Place: ${one.place ?? 'not recorded in words'}`,
      noun: offender ? 'person of concern' : 'location',
      begin: offender ? '/person-cases/nominate' : '/location-cases/report',
      looked: visit.typed('find') !== undefined,
      identifiers,
      others: others.map((match) => ({
        value: match.id,
        text: match.name,
        hint: { text: matchHint(match) },
      })),
      cancel: `/incidents/${one.id}`,
    },
  });
}

/** Links an offender of an incident to a person of concern, or its place to a location; left out, it stays not known. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/incidents',
  fields: {
    find: enter('a name or identifier'),
    by: select('by what you look'),
    aboutId: select('which record it is'),
  },
  draft: (visit) => visit.query.incident ?? '',
  place: () => 'aboutId',
  get: form,

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    const aboutId = visit.typed('aboutId');
    if (!aboutId) return again({ aboutId: 'Look for the record, then choose it' });
    const incidentId = visit.query.incident ?? '';
    const offender = offenderOf(visit);
    await visit.send(`/api/v1/${command}`, {
      incidentId,
      ...(offender ? { personId: aboutId, offender } : { locationId: aboutId }),
    });
    return goTo(
      `/incidents/${encodeURIComponent(incidentId)}`,
      'It is linked, and counted by this record from now on.',
    );
  },
};
