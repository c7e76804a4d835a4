import { dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type MatchLine, matchTag, sharedWords, sideWords } from '../match.js';

/** Matches of identifiers that the reader decides: with records of his or her own. */
export const page: Page = {
  id: 'identifier-matches/list',
  url: '/identifier-matches',
  section: '/intelligence',

  async get(visit) {
    const { items } = await readList<MatchLine>(visit, '/api/v1/identifier-matches');
    const sorted = [...items].sort((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
    return show({
      title: 'Matches to decide',
      back: { href: '/intelligence', text: 'Intelligence' },
      model: {
        lines: sorted.map((one) => ({
          href: `/identifier-matches/${one.id}`,
          what: sharedWords(one),
          own: sideWords(one.own, 'A record that you do not see').text,
          other: sideWords(one.other, 'Another, of which no more is said').text,
          due: one.due ? dueWords(one.due) : '',
          danger: one.danger,
          tag: matchTag(one),
        })),
      },
    });
  },
};
