import { dateWords, dueWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type ActionLine, endingWords } from '../action.js';

/** Actions from audits that the reader owns or looks over: those to be done or proven, or all of them. */
export const page: Page = {
  id: 'audit-actions/list',
  url: '/audit-actions',
  section: '/quality',

  async get(visit) {
    const all = visit.query.show === 'all';
    const { items } = await readList<ActionLine>(
      visit,
      all ? '/api/v1/audit-actions' : '/api/v1/audit-actions?phase=toDo&phase=proofGiven',
    );
    return show({
      title: 'Actions from audits',
      back: { href: '/case-audits', text: 'Case audits' },
      model: {
        all,
        lines: items.map((one) => ({
          href: `/audit-actions/${one.id}`,
          what: one.what,
          owner: one.ownerName,
          when: one.ended
            ? `${endingWords(one.ended.how)}, ${dateWords(one.ended.at)}`
            : `due ${one.due ? dueWords(one.due) : dateWords(one.dueOn)}`,
          about: one.from ? `${one.from.name}, ${one.from.reference}` : '',
          tag: onCaseTag(one.state),
        })),
      },
    });
  },
};
