import { missingFor } from '../../../allowed.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { peopleOptions, readPeople } from '../../../people.js';

const command = 'case-audits/commission-audit';

/** Gives a case out for audit: to whom, until when, and why this case. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/quality',
  fields: {
    auditorId: select('the auditor'),
    due: enterDate('the day by which it is returned'),
    reason: enter('why this case is audited'),
    sampleId: select('the sample'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const [about, people] = await Promise.all([readCaseToHangOn(visit), readPeople(visit)]);
    const missing = missingFor(about.begins ?? [], command);
    const able = people.filter(({ roles }) =>
      roles.some((role) => role !== 'administrator' && role !== 'referrer'),
    );
    return show({
      title: 'Give a case out for audit',
      back: { href: `/child-cases/${about.id}`, text: 'Back to the case' },
      model: {
        caption: captionOfCase(about),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${about.id}` },
        people: peopleOptions(able, 'Choose the auditor'),
        cancel: `/child-cases/${about.id}`,
      },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      caseId: visit.query.case ?? '',
      auditorId: visit.typed('auditorId'),
      due: visit.typedDate('due'),
      reason: visit.typed('reason'),
      ...(visit.query.sample ? { sampleId: visit.query.sample } : {}),
    });
    return goTo(`/case-audits/${body.id}`, 'The case is given out for audit.');
  },
};
