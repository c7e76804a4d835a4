import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { identityFacts, otherChildren, readChild } from '../other-child.js';

async function form(visit: Visit): Promise<Answer> {
  const { child, etag } = await readChild(visit);
  const href = `/children/${child.id}`;
  const [only, ...others] = child.cases;
  return show({
    title: 'Move a case to the right child',
    version: etag,
    values: visit.form,
    back: { href },
    model: {
      caption: child.name,
      facts: identityFacts(child),
      missing: missingFor(child.allowed, 'children/move-case'),
      onlyCase: others.length === 0 ? (only?.id ?? null) : null,
      cases: child.cases.map(({ id, reference }) => ({ value: id, text: reference })),
      others: await otherChildren(visit, child.id),
      looked: visit.typed('find') !== undefined,
      cancel: href,
    },
  });
}

/** A referral that was recorded on the wrong child goes to the right one, with all that hangs on its case. */
export const page: Page = {
  id: 'children/move-case',
  url: '/children/:id/move-case',
  section: '/children',
  fields: {
    caseId: select('the case'),
    childId: select('the right child'),
    reason: enter('how it came about'),
    find: enter('a name'),
  },
  draft: (visit) => visit.params.id ?? '',
  get: form,

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    if (!visit.typed('childId')) return again({ childId: 'Choose the right child' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/children/${id}/move-case`, {
      caseId: visit.typed('caseId'),
      childId: visit.typed('childId'),
      reason: visit.typed('reason'),
    });
    return goTo(
      `/children/${visit.typed('childId')}`,
      'The case stands under this child. Information governance is told.',
    );
  },
};
