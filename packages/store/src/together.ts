/** What only follows from another failure: statements behind it in the pipeline, and a commit turned into a rollback. */
const followOn = new Set(['25P02', 'ROLLED_BACK']);

/**
 * Waits for statements that travel together. Where some fail, throws the failure that the others follow from, whichever
 * of them is heard of first; so a serialization failure is seen as one, and is tried again.
 */
export async function together<T extends readonly unknown[]>(
  sent: readonly [...{ [K in keyof T]: T[K] | Promise<T[K]> }],
): Promise<T> {
  const settled = await Promise.allSettled(sent);
  const failures = settled.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as { code?: string }] : [],
  );
  if (failures.length > 0) throw failures.find((one) => !followOn.has(one?.code ?? '')) ?? failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
