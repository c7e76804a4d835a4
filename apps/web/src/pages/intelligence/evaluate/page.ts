import {
  gradeWords,
  handlingCodes,
  handlingConditions,
  informationGrades,
  sourceGrades,
} from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { deskFacts, type ReportView, readReport, submittedFacts } from '../report.js';

const command = 'intelligence/evaluate';
const options = (codes: Record<string, string>) =>
  Object.entries(codes).map(([value, text]) => ({ value, text }));

/** The day of the next review as the form shows it: the one that is set, else half a year ahead. */
function reviewFields(set: string | null | undefined): Record<string, string> {
  const usual = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = (set ?? usual).split('-');
  return { 'reviewBy-day': day, 'reviewBy-month': month, 'reviewBy-year': year };
}

/** A report goes to at most twelve. */
const rows = [...Array(12).keys()].map((row) => `recipient-${row}`);

/** Those who hold the report, each to be asked whether they keep it. */
function holders({ desk, names }: ReportView) {
  const held = (desk?.recipients ?? []).filter(({ withdrawnAt }) => !withdrawnAt);
  return held.map(({ agencyId, contactId }, row) => {
    const who = `${agencyId}/${contactId ?? ''}`;
    return {
      name: rows[row],
      who: [contactId && names[contactId], names[agencyId]].filter(Boolean).join(', '),
      items: [
        { value: `keep/${who}`, text: 'They keep it under the new grade' },
        { value: `withdraw/${who}`, text: 'It is withdrawn from them' },
      ],
    };
  });
}

/** What was chosen for each who holds it. */
function chosen(visit: Visit) {
  return rows.flatMap((row) => {
    const [choice, agencyId, contactId] = (visit.typed(row) ?? '').split('/');
    return agencyId ? [{ agencyId, ...(contactId ? { contactId } : {}), stays: choice === 'keep' }] : [];
  });
}

/** Grades a report by source, information and handling, with what was submitted beside it. */
export const page: Page = {
  id: command,
  url: '/intelligence/:id/evaluate',
  section: '/intelligence',
  fields: {
    source: select('how reliable the source is'),
    information: select('how the source knows it'),
    handling: select('how it may be handled'),
    conditions: select('the conditions'),
    conditionWords: enter('the conditions'),
    reviewBy: enterDate('when it is looked at again'),
    reasons: enter('the reasons'),
    ...Object.fromEntries(rows.map((row) => [row, select('whether they keep it')])),
  },
  place: (pointer) => (pointer.startsWith('/recipients') ? 'recipient-0' : pointer.slice(1)),
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { view, etag } = await readReport(visit);
    const { grade, desk } = view;
    const missing = missingFor(view.allowed, command);
    return show({
      title: 'Evaluate the report',
      version: etag,
      back: { href: `/intelligence/${view.id}` },
      values: {
        ...reviewFields(desk?.reviewBy),
        ...(grade
          ? {
              source: grade.source,
              information: grade.information,
              handling: grade.handling,
              conditions: [...grade.conditions],
            }
          : {}),
      },
      model: {
        caption: `Report ${view.reference}`,
        blocked: missing.length > 0 && { missing, href: `/intelligence/${view.id}` },
        holders: holders(view),
        before: grade ? gradeWords(grade) : null,
        facts: [...submittedFacts(view), ...deskFacts(view)],
        sources: options(sourceGrades),
        informations: options(informationGrades),
        handlings: options(handlingCodes),
        conditions: options(handlingConditions),
        cancel: `/intelligence/${view.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const texts = ['source', 'information', 'handling', 'conditionWords', 'reasons'];
    const conditions = visit.typedList('conditions');
    const recipients = chosen(visit);
    await visit.send(path`/api/v1/intelligence/${id}/evaluate`, {
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      ...(conditions ? { conditions } : {}),
      reviewBy: visit.typedDate('reviewBy'),
      ...(recipients.length > 0 ? { recipients } : {}),
    });
    return goTo(path`/intelligence/${id}`, 'The report is graded.');
  },
};
