import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { draftPart } from '../../../drafts.js';
import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { childSubject } from '../about.js';
import { carerBody, carerChoices, carerFields, carerPlace, carerValues, carerView } from '../carer-form.js';

const command = 'children/change-carer';

/** A carer on the books as he or she is known now: what is known stands in the form, what was known stays on record. */
export const page: Page = {
  id: command,
  url: '/children/:id/change-carer',
  section: '/children',
  fields: { ...carerFields, reason: enter('why it changes') },
  view: carerView,
  draft: (visit) => draftPart(visit.params.id ?? '', visit.query.carer),
  place: carerPlace,

  async get(visit) {
    const { view, allowed, version, href, caption } = await childSubject(visit);
    const asked = visit.query.carer ?? visit.typed('carerId');
    const carer = view.about?.carers.find(({ id }) => id === asked);
    const missing = missingFor(allowed, command);
    return show({
      title: 'Change a carer or contact',
      version,
      back: { href },
      ...(carer ? { values: carerValues(carer) } : {}),
      model: {
        caption,
        blocked: missing.length > 0 && { missing, href },
        gone: !carer,
        says: 'What you write stands from now on. What was known stays in its own entry.',
        cancel: href,
        carerId: carer?.id ?? null,
        choices: carerChoices(carer?.contacts.length),
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/children/${id}/change-carer`, {
      ...carerBody(visit),
      carerId: visit.typed('carerId'),
      reason: visit.typed('reason'),
    });
    return goTo(`/children/${id}`, 'The contact is changed.');
  },
};
