const isNought = (n: number) => Math.abs(n) < 1e-9;

/** What is left of a row once everything is taken from it that the solved rows say. */
function without(row: readonly number[], solved: readonly { at: number; row: number[] }[]): number[] {
  let left = [...row];
  for (const one of solved) {
    const times = left[one.at] as number;
    if (!isNought(times)) left = left.map((n, x) => n - times * (one.row[x] as number));
  }
  return left;
}

/**
 * Of each sum that is asked, whether it is made up of the known ones, each added or taken away so many times: whoever
 * knows those knows it. A sum says how often each unknown stands in it.
 */
export function follows(known: readonly number[][], asked: readonly number[][]): boolean[] {
  const solved: { at: number; row: number[] }[] = [];
  for (const one of known) {
    const left = without(one, solved);
    const at = left.findIndex((n) => !isNought(n));
    if (at < 0) continue;
    const first = left[at] as number;
    solved.push({ at, row: left.map((n) => n / first) });
  }
  return asked.map((one) => without(one, solved).every(isNought));
}
