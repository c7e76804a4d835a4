import { canDo } from '../../../allowed.js';
import { dateWords, momentWords } from '../../../date-words.js';
import { entriesSaid, onCaseCaption, onCaseSteps, onCaseTag, readOnCase } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { withDates } from '../../../why-dates.js';
import { type ActionLine, endingWords } from '../../audit-actions/action.js';
import { type AuditView, auditTopic } from '../audit.js';

const leads = ['auditor', 'senior'];

/** One audit of a case: where it stands, what was found, and what came of it. */
export const page: Page = {
  id: 'case-audits/view',
  url: '/case-audits/:id',
  section: '/quality',

  async get(visit) {
    const { view } = await readOnCase<AuditView>(visit, 'case-audits');
    const { items } = await readList<ActionLine>(visit, '/api/v1/audit-actions', {
      caseId: view.caseId,
      limit: 100,
    });
    const adds = (visit.who?.roles ?? []).some((role) => leads.includes(role));
    const back = view.state === 'awaitingModeration' || view.state === 'moderated';
    return show({
      title: 'Case audit',
      back: { href: '/case-audits', text: 'Case audits' },
      model: {
        caption: onCaseCaption(view),
        tag: onCaseTag(view.state),
        ...withDates(auditTopic.facts(view), view),
        steps: onCaseSteps(view, auditTopic),
        said: entriesSaid(view, auditTopic),
        opensCase: view.mayOpenCase && canDo(view.allowed, 'case-audits/return-audit'),
        caseHref: view.mayOpenCase ? `/child-cases/${view.caseId}` : null,
        addHref: adds && back ? `/audit-actions/add-action?audit=${view.id}` : null,
        actions: items
          .filter(({ from }) => from?.auditId === view.id)
          .map((one) => ({
            href: `/audit-actions/${one.id}`,
            what: one.what,
            owner: one.ownerName,
            due: dateWords(one.dueOn),
            ended: one.ended ? `${endingWords(one.ended.how)}, ${momentWords(one.ended.at)}` : '',
            tag: onCaseTag(one.state),
          })),
      },
    });
  },
};
