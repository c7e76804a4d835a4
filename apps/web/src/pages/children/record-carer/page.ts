import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { goTo, type Page, show } from '../../../page.js';
import { childSubject } from '../about.js';
import { carerBody, carerChoices, carerFields, carerPlace, carerView } from '../carer-form.js';

const command = 'children/record-carer';

/** A carer or contact, with several ways to be reached and what keeps each safe. */
export const page: Page = {
  id: command,
  url: '/children/:id/record-carer',
  section: '/children',
  fields: carerFields,
  view: carerView,
  draft: (visit) => visit.params.id ?? '',
  place: carerPlace,

  async get(visit) {
    const { allowed, version, href, caption } = await childSubject(visit);
    const missing = missingFor(allowed, command);
    return show({
      title: 'Record a carer or contact',
      version,
      back: { href },
      model: {
        caption,
        blocked: missing.length > 0 && { missing, href },
        says: 'Somebody who stands on the record already is changed there. Where letters to the child, or to somebody who is not here, must be stopped, a manager sets a contact caution on the case.',
        cancel: href,
        choices: carerChoices(),
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/children/${id}/record-carer`, carerBody(visit));
    return goTo(`/children/${id}`, 'The contact is recorded.');
  },
};
