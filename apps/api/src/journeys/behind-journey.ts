import { findRecordsById, type MadeOf, type Tx } from '@mase/store';
import type { Behind } from '../packs/issued-content.js';
import type { ReadJourney } from './read-journey.js';

const plain = ['case', 'safety', 'sheet'] as const;

/**
 * What stands behind the parts of a journey: an entry of the case by its class, a record of its own that the chronology
 * tells of, the child's own record; and behind the whole the case, with its cautions where its reader reads them.
 */
export async function behindJourney(tx: Tx, read: ReadJourney): Promise<Behind> {
  const { opened, entries } = read.sources;
  const { record, classes, parent } = opened;
  const lines = new Map(entries.map((one) => [one.id, one]));
  const told = entries.flatMap(({ of }) => (of ? [of.id] : []));
  const records = await findRecordsById(tx, [...new Set([...told, read.childId])]);
  const parents = new Map(records.map((one) => [one.id, one.parentId]));
  const own = (id: string, of: string, entry: string[] = []): MadeOf => ({
    ...{ records: [id], classes: [of], parents: [parents.get(id) ?? null], entries: entry },
  });
  const ofCase = (used: readonly string[], entry: string[] = []): MadeOf => ({
    records: used.map(() => record.id),
    classes: [...used],
    parents: used.map(() => record.parentId ?? parent?.id ?? null),
    entries: entry,
  });
  const whole = [
    plain.find((one) => classes.includes(one)) ?? '',
    ...(classes.includes('caution') ? ['caution'] : []),
  ];
  return (ids) => {
    const made = ids.map((id): MadeOf => {
      const line = lines.get(id);
      if (line?.of) return own(line.of.id, '');
      if (line) return ofCase([line.class], [line.id]);
      return id === read.childId ? own(id, 'case') : ofCase(whole);
    });
    return joined(made);
  };
}

/** What several parts were made of, together. */
export function joined(made: readonly MadeOf[]): MadeOf {
  return {
    records: made.flatMap((one) => one.records),
    classes: made.flatMap((one) => one.classes),
    parents: made.flatMap((one) => one.parents),
    entries: made.flatMap((one) => one.entries),
  };
}
