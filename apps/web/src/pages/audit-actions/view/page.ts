import { entriesSaid, onCaseSteps, onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { actionFacts, actionTopic, readAction } from '../action.js';

/** One action from an audit: what is asked, what was said of it, and what may be done now. */
export const page: Page = {
  id: 'audit-actions/view',
  url: '/audit-actions/:id',
  section: '/quality',

  async get(visit) {
    const { view } = await readAction(visit);
    return show({
      title: 'Action from an audit',
      back: { href: '/audit-actions', text: 'Actions from audits' },
      model: {
        caption: view.from ? `${view.from.name}, ${view.from.reference}` : null,
        auditHref: view.from ? `/case-audits/${view.from.auditId}` : null,
        tag: onCaseTag(view.state),
        ...withDates(actionFacts(view), view),
        said: entriesSaid(view, actionTopic),
        steps: onCaseSteps(view, actionTopic),
      },
    });
  },
};
