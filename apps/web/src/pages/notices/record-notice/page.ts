import { noticeKinds, noticeLabels } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { enter, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';

const command = 'notices/record-notice';

/** Records that a statutory notice is needed, or why it is not. */
export const page: Page = {
  id: command,
  url: '/notices/record-notice',
  section: '/child-cases',
  fields: {
    kind: select('the notice'),
    need: select('whether it is needed'),
    reasons: enter('why'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const about = await readCaseToHangOn(visit);
    const missing = missingFor(about.begins ?? [], command);
    return show({
      title: 'Record a statutory notice',
      back: { href: `/child-cases/${about.id}`, text: 'Back to the case' },
      model: {
        caption: captionOfCase(about),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${about.id}` },
        kinds: noticeKinds.map((value) => ({ value, text: noticeLabels[value] })),
        cancel: `/child-cases/${about.id}`,
      },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      caseId: visit.query.case ?? '',
      kind: visit.typed('kind'),
      need: visit.typed('need'),
      reasons: visit.typed('reasons'),
    });
    return goTo(`/notices/${body.id}`, 'The notice is recorded.');
  },
};
