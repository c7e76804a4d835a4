import { labelOf, roleNames, rotaHours, rotaRoles } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readAgencies } from '../../../teams.js';

/** A rota for one part at one agency. */
export const page: Page = {
  id: 'duty-rotas/open-rota',
  url: '/duty-rotas/open-rota',
  section: '/',
  fields: {
    name: enter('the name of the rota'),
    role: select('the part'),
    agencyId: select('the agency'),
    hours: select('the hours'),
    officeFrom: enter('when the office opens'),
    officeUntil: enter('when the office closes'),
  },
  draft: () => 'new',

  async get(visit) {
    const agencies = await readAgencies(visit);
    return show({
      title: 'Open a duty rota',
      back: { href: '/duty-rotas' },
      values: { officeFrom: '09:00', officeUntil: '17:00' },
      model: {
        roles: rotaRoles.map((value) => ({ value, text: roleNames[value] })),
        hours: rotaHours.map((value) => ({ value, text: labelOf(value) })),
        agencies: [
          { value: '', text: 'Choose the agency' },
          ...agencies.map(({ id, name }) => ({ value: id, text: name })),
        ],
      },
    });
  },

  async post(visit) {
    const named = ['name', 'role', 'agencyId', 'hours', 'officeFrom', 'officeUntil'];
    await visit.send(
      '/api/v1/duty-rotas/open-rota',
      Object.fromEntries(named.map((name) => [name, visit.typed(name)])),
    );
    return goTo('/duty-rotas', 'The rota is open. Enter the first week.');
  },
};
