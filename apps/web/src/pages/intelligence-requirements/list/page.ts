import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type RequirementLine, requirementTag } from '../requirement.js';

const raisers = ['chair', 'deputy-chair', 'coordinator', 'manager', 'senior'];

/** Intelligence requirements that the reader raised or answers, those still open first. */
export const page: Page = {
  id: 'intelligence-requirements/list',
  url: '/intelligence-requirements',
  section: '/intelligence',

  async get(visit) {
    const { items } = await readList<RequirementLine>(visit, '/api/v1/intelligence-requirements');
    const roles: readonly string[] = visit.who?.roles ?? [];
    const sorted = [...items].sort((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
    return show({
      title: 'Intelligence requirements',
      back: { href: '/intelligence', text: 'Intelligence' },
      model: {
        mayRaise: roles.some((role) => raisers.includes(role) || role.startsWith('intelligence-')),
        lines: sorted.map((one) => ({
          href: `/intelligence-requirements/${one.id}`,
          question: one.question,
          agency: [one.agencyName, one.contactName].filter(Boolean).join(', '),
          due: one.due ? dueWords(one.due) : dateWords(one.by),
          tag: requirementTag(one),
        })),
      },
    });
  },
};
