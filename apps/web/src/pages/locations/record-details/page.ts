import { locationKinds, locationLevers } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import { readRecord } from '../../../strand-record.js';
import { typedPlace } from '../typed-place.js';
import { placeFacts } from '../view/page.js';

const command = 'locations/record-details';

/** Adds to what is known of a place, or sets it right; what is left blank stays as it is. */
export const page: Page = {
  id: command,
  url: '/locations/:id/record-details',
  section: '/location-cases',
  fields: {
    name: enter('what the place is called'),
    kind: select('what kind of place it is'),
    address: enter('the address'),
    postcode: enter('the postcode'),
    latitude: enter('the degrees north'),
    longitude: enter('the degrees east'),
    handle: enter('the name used there'),
    manager: enter('who is responsible'),
    licence: enter('the licence'),
    regulator: enter('who gives the licence'),
    levers: select('what can be done'),
    description: enter('a description'),
    reason: enter('how this is known'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { view, etag } = await readRecord(visit, 'locations');
    return show({
      title: 'Add or change details',
      version: etag,
      values: { levers: Array.isArray(view.levers) ? (view.levers as string[]) : [] },
      back: { href: `/locations/${view.id}` },
      model: {
        caption: view.name,
        facts: placeFacts(view),
        missing: missingFor(view.allowed, command),
        kinds: [
          { value: '', text: 'As it is recorded' },
          ...locationKinds.map((value) => ({ value, text: codeWords(value) })),
        ],
        levers: locationLevers.map((value) => ({ value, text: codeWords(value) })),
        cancel: `/locations/${view.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/locations/${id}/record-details`, {
      ...typedPlace(visit),
      reason: visit.typed('reason'),
    });
    return goTo(`/locations/${id}`, 'The details are recorded.');
  },
};
