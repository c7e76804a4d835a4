import { usualPeriods, yearAsked } from '../../../asked-days.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';

interface TeamLanguage {
  team: string;
  entries: number;
  terms: { term: string; label: string; count: number | null }[];
}

/** How often words that could be said otherwise were recorded in some days, by team: nobody is named. */
export const page: Page = {
  id: 'language/by-team',
  url: '/language/by-team',

  async get(visit) {
    const days = yearAsked(visit);
    const { body } = await visit.read<{ more: boolean; teams: TeamLanguage[]; definition: string }>(
      '/api/v1/language/by-team',
      days,
    );
    return show({
      title: 'Words about children, by team',
      back: { href: '/language', text: 'Words about children' },
      model: {
        ...days,
        periods: usualPeriods('/language/by-team'),
        about: `${dateWords(days.from)} to ${dateWords(days.to)}`,
        more: body.more,
        definition: body.definition,
        teams: body.teams.map(({ team, entries, terms }) => ({
          team,
          entries: entries === 1 ? '1 entry' : `${entries} entries`,
          lines: terms.map(({ term, label, count }) => ({
            label,
            href: `/language#${term}`,
            definition: null,
            cells: [count ?? 'Fewer than 5'],
          })),
        })),
      },
    });
  },
};
