import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The action log of a panel as a file for a spreadsheet. */
export const page: Page = {
  id: 'sittings/action-log-file',
  url: '/sittings/:id/action-log.csv',
  section: '/sittings',
  view: '',

  async get(visit) {
    const { agency } = visit.query;
    return sendOn(
      await visit.file(
        path`/api/v1/sittings/${visit.params.id ?? ''}/action-log.csv`,
        agency ? { agency } : {},
      ),
    );
  },
};
