import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { identityFacts, otherChildren, readChild } from '../other-child.js';

async function form(visit: Visit): Promise<Answer> {
  const { child, etag } = await readChild(visit);
  return show({
    title: 'Propose that two records are one child',
    version: etag,
    values: visit.form,
    back: { href: `/children/${child.id}` },
    model: {
      caption: child.name,
      facts: identityFacts(child),
      missing: missingFor(child.allowed, 'children/merge-children'),
      others: await otherChildren(visit, child.id),
      looked: visit.typed('find') !== undefined,
      cancel: `/children/${child.id}`,
    },
  });
}

/** Proposes that another record is of the same child: found by what they have in common, or by a name. */
export const page: Page = {
  id: 'children/merge-children',
  url: '/children/:id/merge-children',
  section: '/children',
  fields: { childId: select('the other record'), reasons: enter('how you know'), find: enter('a name') },
  draft: (visit) => visit.params.id ?? '',
  get: form,

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    if (!visit.typed('childId')) return again({ childId: 'Choose the other record' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/children/${id}/merge-children`, {
      childId: visit.typed('childId'),
      reasons: visit.typed('reasons'),
    });
    return goTo(`/children/${id}`, 'The proposal waits for a second person.');
  },
};
