import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';
import { readSitting, sittingWords } from '../sitting.js';

interface ActionLine {
  reference: string;
  about: string;
  what: string;
  owner: string | null;
  agency: string | null;
  due: string | null;
  state: string;
  late: string | null;
  note: string | null;
}

interface ActionLog {
  groups: { title: string; actions: ActionLine[] }[];
  agencies: string[];
}

/** The actions that sittings of a panel gave: overdue first, not done apart from no longer possible, by agency if asked. */
export const page: Page = {
  id: 'sittings/action-log',
  url: '/sittings/:id/action-log',
  section: '/sittings',

  async get(visit) {
    const { agency } = visit.query;
    const [{ sitting }, { body }] = await Promise.all([
      readSitting(visit),
      visit.read<ActionLog>(
        path`/api/v1/sittings/${visit.params.id ?? ''}/action-log`,
        agency ? { agency } : {},
      ),
    ]);
    return show({
      title: 'Action log',
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
      values: { agency: agency ?? '' },
      model: {
        caption: sittingWords(sitting),
        address: `/sittings/${sitting.id}/action-log`,
        groups: body.groups,
        agencies: [
          { value: '', text: 'Every agency' },
          ...body.agencies.map((one) => ({ value: one, text: one })),
        ],
      },
    });
  },
};
