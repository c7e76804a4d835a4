import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { kindFor } from '../../imports/import-kinds.js';
import { countedBy, populationTables, type TableLine, tableTag } from '../tables.js';

/** The tables of the population with which the cohort is compared, the newest first. */
export const page: Page = {
  id: 'population-tables/list',
  url: populationTables,
  section: '/imports',

  async get(visit) {
    const { items } = await readList<TableLine>(visit, '/api/v1/population-tables');
    return show({
      title: 'Population tables',
      model: {
        mayTake: kindFor('population', visit.who?.roles) !== undefined,
        lines: items.map((one) => ({
          ...{ area: one.area, source: one.source, year: one.year, by: countedBy(one), tag: tableTag(one) },
          href: `${populationTables}/${one.id}`,
        })),
      },
    });
  },
};
