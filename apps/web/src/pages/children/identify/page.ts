import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { otherChildren, readChild } from '../other-child.js';

async function form(visit: Visit): Promise<Answer> {
  const { child, etag } = await readChild(visit);
  return show({
    title: 'Say who the child is',
    version: etag,
    values: visit.form,
    back: { href: `/children/${child.id}` },
    model: {
      caption: child.name,
      missing: missingFor(child.allowed, 'children/identify'),
      others: visit.typed('find') ? await otherChildren(visit, child.id) : [],
      looked: visit.typed('find') !== undefined,
      cancel: `/children/${child.id}`,
    },
  });
}

function described(visit: Visit) {
  return {
    firstName: visit.typed('firstName'),
    lastName: visit.typed('lastName'),
    chosenName: visit.typed('chosenName'),
    birthDate: visit.typedDate('birthDate'),
    sex: visit.typed('sex'),
    nhsNumber: visit.typed('nhsNumber'),
  };
}

/** Who a child is whom nobody could name: for the first time on the books, or known under another record. */
export const page: Page = {
  id: 'children/identify',
  url: '/children/:id/identify',
  section: '/children',
  fields: {
    as: select('whether the child is on the books already'),
    childId: select('the child on the books'),
    child: enter('a name of the child'),
    firstName: enter('the first name'),
    lastName: enter('the last name'),
    chosenName: enter('the chosen name'),
    birthDate: enterDate('the date of birth'),
    sex: select('the sex'),
    nhsNumber: enter('the NHS number'),
    how: enter('how it was learned'),
    find: enter('a name'),
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer) => (pointer === '/child' ? 'firstName' : undefined),
  get: form,

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    const as = visit.typed('as');
    if (as === 'known' && !visit.typed('childId'))
      return again({ find: 'Look for the child by a name, then choose the record' });
    const id = visit.params.id ?? '';
    const whom = as === 'known' ? { childId: visit.typed('childId') } : { child: described(visit) };
    await visit.send(path`/api/v1/children/${id}/identify`, { as, how: visit.typed('how'), ...whom });
    const stands = as === 'known' ? (visit.typed('childId') as string) : id;
    return goTo(`/children/${stands}`, 'It is recorded who the child is.');
  },
};
