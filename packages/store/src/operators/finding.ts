/** One thing that was looked at: whether it is as it should be, in words what was found, and what to do about it. */
export interface Finding {
  check: string;
  /** `note` is worth knowing and no fault. */
  result: 'well' | 'note' | 'fault';
  words: string;
  /** What to do, in words; null where there is nothing to do. */
  todo: string | null;
}

/** A finding with nothing to do. */
export const well = (check: string, words: string): Finding => ({ check, result: 'well', words, todo: null });

/** A finding that is worth knowing. */
export const note = (check: string, words: string, todo: string | null = null): Finding => ({
  check,
  result: 'note',
  words,
  todo,
});

/** A finding that somebody is to do something about. */
export const fault = (check: string, words: string, todo: string): Finding => ({
  check,
  result: 'fault',
  words,
  todo,
});

/** Well where there are no faults; otherwise all of them, at most ten in words, and what to do. */
export function faultsOr(
  check: string,
  faults: readonly string[],
  otherwise: { well: string; todo: string },
): Finding {
  if (faults.length === 0) return well(check, otherwise.well);
  const shown = faults.length > 10 ? [...faults.slice(0, 10), `and ${faults.length - 10} more`] : faults;
  return fault(check, shown.join('; '), otherwise.todo);
}
