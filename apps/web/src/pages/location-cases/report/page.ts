import { locationBases, locationKinds } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import { caseChosen, type MatchView, matchOption } from '../../../strand-record.js';
import type { Visit } from '../../../visit.js';
import { placeIdentifiers, typedPlace } from '../../locations/typed-place.js';

const command = 'location-cases/report';
const options = (codes: readonly string[]) => codes.map((value) => ({ value, text: codeWords(value) }));

function form(visit: Visit, matches: readonly MatchView[] | null): Answer {
  return show({
    title: 'Report a place',
    values: visit.form,
    back: { href: '/location-cases', text: 'Places of concern' },
    model: {
      bases: options(locationBases),
      kinds: [{ value: '', text: 'Choose what kind of place it is' }, ...options(locationKinds)],
      matches: matches
        ? [...matches.map(matchOption), { value: 'none', text: 'None of these: it is another place' }]
        : [],
    },
  });
}

/** Reports a place: what is known of a possible same place is shown before anything is stored. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/location-cases',
  fields: {
    name: enter('what the place is called'),
    kind: select('what kind of place it is'),
    address: enter('the address'),
    postcode: enter('the postcode'),
    handle: enter('the name used there'),
    manager: enter('who is responsible'),
    licence: enter('the licence'),
    description: enter('a description'),
    basis: select('at least one basis'),
    why: enter('what was seen or said'),
    same: select('whether it is one of these'),
  },
  draft: () => 'new',
  place: (pointer) => {
    const [first, second] = pointer.split('/').slice(1);
    if (first === 'bases') return 'basis';
    return first === 'location' ? (second ?? 'name') : first;
  },

  async get(visit) {
    return form(visit, null);
  },

  async post(visit) {
    const same = visit.typed('same');
    const name = visit.typed('name');
    const open = caseChosen(same);
    if (open)
      return goTo(`/location-cases/${encodeURIComponent(open)}/add-basis`, 'A case is open: add to it here.');
    const identifiers = placeIdentifiers(visit);
    if (!same && (name || identifiers.length > 0)) {
      const { body } = await visit.send<{ matches: MatchView[] }>('/api/v1/locations/search', {
        ...(name ? { name } : {}),
        ...(identifiers.length > 0 ? { identifiers } : {}),
      });
      if (body.matches.length > 0) return form(visit, body.matches);
    }
    const bases = visit.typedList('basis') ?? [];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...(same && same !== 'none' ? { locationId: same } : { location: typedPlace(visit) }),
      bases: bases.map((code) => ({ code })),
      why: visit.typed('why'),
    });
    return goTo(`/location-cases/${encodeURIComponent(body.id)}`, 'The report is with the police.');
  },
};
