import { enter, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { agencyOptions } from '../../../teams.js';
import { figuresTyped, partnerFigures } from '../figures.js';

const command = 'partner-figures/record-figures';

/** Gives what an agency counted itself over a period: the coordinator of any agency, others of their own. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/imports',
  fields: {
    agencyId: select('the agency'),
    period: enter('the period'),
    measure: enter('what is counted'),
    figures: enter('the figures'),
    source: enter('where the figures come from'),
    note: enter('the note'),
  },
  place: (pointer) => (pointer.startsWith('/figures') ? 'figures' : pointer.slice(1)),
  draft: () => 'new',

  async get(visit) {
    return show({
      title: 'Give figures of an agency',
      back: { href: partnerFigures, text: 'Figures of partners' },
      values: { period: String(new Date().getFullYear()), ...visit.form },
      model: { agencies: await agencyOptions(visit) },
    });
  },

  async post(visit) {
    const { figures, unread } = figuresTyped(visit.typed('figures') ?? '');
    if (unread.length > 0)
      return again({
        figures: `Write line ${unread.join(', line ')} as what is counted, a colon, and a whole number`,
      });
    const texts = ['agencyId', 'period', 'measure', 'source', 'note'];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
      figures,
    });
    return goTo(`${partnerFigures}/${encodeURIComponent(body.id)}`, 'The figures are given.');
  },
};
