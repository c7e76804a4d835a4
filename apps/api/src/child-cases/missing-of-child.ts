import { listRecords, type Tx } from '@mase/store';
import { episodeLine } from '../missing-episodes/episode-view.js';

/** How many absences the page of a case shows; the child's own page has them all. */
const shown = 5;

/** The child's latest absences, as far as this reader reads them: a report that is held, or told of another, is none. */
export async function missingOfChild(tx: Tx, childId: string) {
  const { rows } = await listRecords(tx, {
    kind: 'missingEpisode',
    parentId: childId,
    phases: ['absent', 'over'],
    sort: 'newest',
    limit: 40,
  });
  const began = ({ since, start }: ReturnType<typeof episodeLine>) => since ?? start;
  return rows
    .filter(({ classes }) => classes.includes('case'))
    .map(({ record }) => episodeLine(record))
    .sort((one, other) => began(other).localeCompare(began(one)))
    .slice(0, shown);
}
