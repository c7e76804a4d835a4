import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { populationTables, readTable, tableFacts, tableGroups, tableTag } from '../tables.js';

const withdraw = 'population-tables/withdraw-table';

/** How many children live in an area, by groups, and where that comes from. */
export const page: Page = {
  id: 'population-tables/view',
  url: '/population-tables/:id',
  section: '/imports',

  async get(visit) {
    const { view } = await readTable(visit);
    const withdrawn = view.written.find(({ kind }) => kind === 'population-table-withdrawn');
    const why = withdrawn ? [{ key: 'Why withdrawn', text: String(withdrawn.body.reason ?? '') }] : [];
    return show({
      title: `${view.area}, ${view.year}`,
      back: { href: populationTables, text: 'Population tables' },
      model: {
        tag: tableTag(view),
        facts: [...tableFacts(view), ...why],
        groups: tableGroups(view),
        withdraw: canDo(view.allowed, withdraw)
          ? { text: commandLabels[withdraw], href: `${populationTables}/${view.id}/withdraw-table` }
          : null,
      },
    });
  },
};
