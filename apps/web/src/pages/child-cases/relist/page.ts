import { dateWords } from '../../../date-words.js';
import { readList } from '../../../read-list.js';
import { reasonPage } from '../reason-page.js';

interface AgencyView {
  name: string;
  teams: { id: string; name: string }[];
}

/** Takes a closed case up again: it goes to assessment, and its clocks begin anew. */
export const page = reasonPage({
  verb: 'relist',
  says: 'The closed case is taken up again and goes to assessment.',
  ask: 'Why is the case taken up again?',
  facts: ({ view: { standing } }) =>
    standing?.closed ? [{ key: 'Closed', text: dateWords(standing.closed.at) }] : [],
  teams: async (visit) => {
    const { items } = await readList<AgencyView>(visit, '/api/v1/agencies', { limit: 100 });
    const teams = items.flatMap(({ name, teams: own }) =>
      own.map((team) => ({ value: team.id, text: `${team.name}, ${name}` })),
    );
    return [{ value: '', text: 'As before' }, ...teams];
  },
  done: 'The case is taken up again.',
});
