import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { entryTitle } from '../entry-words.js';
import { breachBody, breachFields, breachModel, type Waiting } from './breach-model.js';

/** The caption of an entry: of a restricted case its kind alone. */
function titleOf({ written }: CaseView, { rowId, kind }: Waiting): string {
  const entry = written.find(({ id }) => id === rowId);
  if (entry) return `${entryTitle(entry)}, ${dateWords(entry.happened)}`;
  return kind === 'contact' ? 'Contact' : entryTitle({ kind, body: {} });
}

/** What information governance decides about an entry that was withdrawn, with what may have carried it. */
export const page = casePage({
  verb: 'record-breach-decision',
  fields: breachFields,
  model: ({ view }, visit) =>
    breachModel(visit, path`/api/v1/child-cases/${view.id}/carriers`, (entry) => titleOf(view, entry)),
  body: breachBody,
  done: 'The decision is recorded. Whoever was to be told is told.',
});
