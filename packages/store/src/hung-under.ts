import type { CommandDefinition, RecordRef } from '@mase/workflow';
import { namedIds } from './change-lock.js';
import type { Tx } from './store.js';

/** What commands look under, where that is all they look up: the records that a new one names, or the record itself. */
export function lookedUnder({
  definition,
  record,
  payload,
}: {
  definition: CommandDefinition;
  record: RecordRef;
  payload: object;
}): string[] | null {
  const { creates, locks } = definition;
  const only = (...keys: string[]) => Object.keys(locks ?? {}).every((key) => keys.includes(key));
  if (creates)
    return locks?.namedChildren && only('named', 'namedChildren', 'unseen')
      ? namedIds(definition, payload)
      : null;
  return locks?.children && only('children', 'childrenSubjects', 'unseen') ? [record.id] : null;
}

/** Ids of what hangs under each of the records that these commands look under, looked up for all of them at once. */
export async function hungUnder(
  tx: Tx,
  commands: readonly Parameters<typeof lookedUnder>[0][],
): Promise<Map<string, string[]>> {
  const looking = commands.flatMap((one) => lookedUnder(one) ?? []);
  const kinds = commands.flatMap(
    ({ definition: { locks } }) => locks?.namedChildren ?? locks?.children ?? [],
  );
  const hung = new Map<string, string[]>();
  if (looking.length === 0) return hung;
  const subjects = commands.some(({ definition }) => definition.locks?.childrenSubjects);
  const found = await tx.query<{ id: string; parent_id: string; subject_id: string | null }>({
    name: 'hung under',
    text: 'select id, parent_id, subject_id from record where parent_id = any ($1::uuid[]) and kind = any ($2::text[])',
    values: [[...new Set(looking)], [...new Set(kinds)]],
  });
  for (const { id, parent_id, subject_id } of found.rows) {
    const ids = subjects && subject_id ? [id, subject_id] : [id];
    hung.set(parent_id, [...(hung.get(parent_id) ?? []), ...ids]);
  }
  return hung;
}
