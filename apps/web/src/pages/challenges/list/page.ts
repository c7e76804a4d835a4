import { dueWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type ChallengeView, themeWords } from '../challenge.js';

/** Challenges: those that are open first in sight, or all of them. */
export const page: Page = {
  id: 'challenges/list',
  url: '/challenges',
  section: '/challenges',

  async get(visit) {
    const all = visit.query.show === 'all';
    const { items } = await readList<ChallengeView>(
      visit,
      all ? '/api/v1/challenges' : '/api/v1/challenges?phase=open&phase=answered',
    );
    return show({
      title: 'Challenges',
      model: {
        all,
        lines: items.map((one) => ({
          href: `/challenges/${one.id}`,
          words: one.words,
          theme: themeWords[one.about] ?? one.about,
          about: `${one.name}, ${one.reference}`,
          stage: one.settled ? '' : one.stageLabel,
          raised: one.raised?.name ?? '',
          due: one.due ? dueWords(one.due) : '',
          tag: onCaseTag(one.state),
        })),
      },
    });
  },
};
