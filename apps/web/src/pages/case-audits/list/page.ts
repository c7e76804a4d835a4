import { dateWords, dueWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type AuditView, overallWords } from '../audit.js';

const leads = ['auditor', 'senior'];

/** Audits of cases that the reader makes or looks over: those that go on, or all of them. */
export const page: Page = {
  id: 'case-audits/list',
  url: '/case-audits',
  section: '/quality',

  async get(visit) {
    const all = visit.query.show === 'all';
    const { items } = await readList<AuditView>(
      visit,
      all ? '/api/v1/case-audits' : '/api/v1/case-audits?phase=distributed&phase=awaitingModeration',
    );
    return show({
      title: 'Case audits',
      model: {
        all,
        leads: (visit.who?.roles ?? []).some((role) => leads.includes(role)),
        lines: items.map((one) => ({
          href: `/case-audits/${one.id}`,
          about: `${one.name}, ${one.reference}`,
          auditor: one.auditorName,
          overall: overallWords(one),
          due: one.due
            ? `due ${dueWords(one.due)}`
            : one.returned
              ? `returned ${dateWords(one.returned.at)}`
              : '',
          tag: onCaseTag(one.state),
        })),
      },
    });
  },
};
