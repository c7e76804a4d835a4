import type { ImportTally } from './import-tally.js';
import type { KnownChildren, NamedChild } from './known-children.js';
import type { Row } from './row-chunks.js';

/** The child that a row names; where no row of the child can be taken, refuses it with the reason and gives undefined. */
export async function refuseWithoutChild(
  row: Row<unknown>,
  localId: string,
  { children, tally }: { children: KnownChildren; tally: ImportTally },
): Promise<NamedChild | undefined> {
  const child = children.find(localId);
  if (child && !child.barred) return child;
  const reason = child?.barred ?? 'The child is not on the books, and was not put there by this return.';
  await tally.refuse(row, [
    {
      field: tally.fieldOf.childId ?? '',
      value: localId,
      code: child ? 'CHILD_IN_DOUBT' : 'NOT_ON_BOOKS',
      reason,
    },
  ]);
  return undefined;
}
