import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { isLooking, namedTyped, recordsToName } from '../records-named.js';
import { namedLines, readReport, submittedFacts } from '../report.js';
import {
  hasNumbers,
  identifierAsked,
  identifierField,
  identifierRows,
  identifiersTyped,
} from '../typed-identifiers.js';

const command = 'intelligence/name-records';

async function form(visit: Visit): Promise<Answer> {
  const { view, etag } = await readReport(visit);
  const missing = missingFor(view.allowed, command);
  return show({
    title: 'Name records and identifiers',
    version: etag,
    back: { href: `/intelligence/${view.id}` },
    values: visit.form,
    model: {
      caption: `Report ${view.reference}`,
      blocked: missing.length > 0 && { missing, href: `/intelligence/${view.id}` },
      facts: submittedFacts(view),
      named: namedLines(view),
      records: await recordsToName(visit),
      ...identifierRows,
      numbersOpen: hasNumbers(visit),
      cancel: `/intelligence/${view.id}`,
    },
  });
}

/** The desk adds the records and the identifiers that it recognises in a report. */
export const page: Page = {
  id: command,
  url: '/intelligence/:id/name-records',
  section: '/intelligence',
  fields: {
    find: enter('a name'),
    named: select('which records it tells of'),
    ...identifierAsked,
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer, visit) => {
    const [, list, index] = pointer.split('/');
    if (list === 'identifiers') return identifierField(visit, Number(index));
    return list === 'named' && !visit.typedList('named') ? 'find' : list;
  },
  get: form,

  async post(visit) {
    if (isLooking(visit)) return form(visit);
    const id = visit.params.id ?? '';
    const named = namedTyped(visit);
    const identifiers = identifiersTyped(visit);
    await visit.send(path`/api/v1/intelligence/${id}/name-records`, {
      ...(named.length > 0 ? { named } : {}),
      ...(identifiers.length > 0 ? { identifiers } : {}),
    });
    return goTo(
      path`/intelligence/${id}`,
      'They are named in the report, which is found by them from now on.',
    );
  },
};
