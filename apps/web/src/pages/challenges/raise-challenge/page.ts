import { challengeThemes } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { areaWords } from '../../../area-words.js';
import { enter, select } from '../../../error-words.js';
import { captionOfCase, readCaseToHangOn } from '../../../on-case.js';
import { goTo, type Page, show } from '../../../page.js';
import { themeWords } from '../challenge.js';

const command = 'challenges/raise-challenge';

/** Raises a challenge about a case: grade, delay, plan or closing. */
export const page: Page = {
  id: command,
  url: '/challenges/raise-challenge',
  section: '/challenges',
  fields: {
    about: select('what is challenged'),
    words: enter('what is challenged, and why'),
    wanted: enter('what you ask for'),
  },
  draft: (visit) => visit.query.case ?? '',

  async get(visit) {
    const about = await readCaseToHangOn(visit);
    const missing = missingFor(about.begins ?? [], command);
    return show({
      title: 'Raise a challenge',
      back: { href: `/child-cases/${about.id}`, text: 'Back to the case' },
      model: {
        caption: captionOfCase(about),
        blocked: missing.length > 0 && { missing, href: `/child-cases/${about.id}` },
        themes: challengeThemes.map((value) => ({ value, text: themeWords[value] })),
        stages: areaWords().challengeStages,
        cancel: `/child-cases/${about.id}`,
      },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      caseId: visit.query.case ?? '',
      about: visit.typed('about'),
      words: visit.typed('words'),
      wanted: visit.typed('wanted'),
    });
    return goTo(`/challenges/${body.id}`, 'The challenge is raised. Those who answer first are told.');
  },
};
