import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { goTo, type Page, show } from '../../../page.js';
import {
  breachBody,
  breachFields,
  breachModel,
  type Waiting,
} from '../../child-cases/record-breach-decision/breach-model.js';
import type { ChildView } from '../child.js';
import { childEntryTitle } from '../entry-words.js';
import { readChild } from '../other-child.js';

function titleOf({ written = [] }: ChildView, { rowId, kind }: Waiting): string {
  const entry = written.find(({ id }) => id === rowId);
  return childEntryTitle(entry ?? { kind, body: {} });
}

/** What information governance decides about what was withdrawn from a child’s own record, or moved away from it. */
export const page: Page = {
  id: 'children/record-breach-decision',
  url: '/children/:id/record-breach-decision',
  section: '/children',
  fields: breachFields,
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { child, etag } = await readChild(visit);
    const href = `/children/${child.id}`;
    const missing = missingFor(child.allowed, 'children/record-breach-decision');
    return show({
      title: 'Record the decision on a data breach',
      version: etag,
      back: { href },
      model: {
        caption: child.name,
        missing,
        cancel: href,
        ...(await breachModel(visit, path`/api/v1/children/${child.id}/carriers`, (entry) =>
          titleOf(child, entry),
        )),
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/children/${id}/record-breach-decision`, breachBody(visit));
    return goTo(`/children/${id}`, 'The decision is recorded. Whoever was to be told is told.');
  },
};
