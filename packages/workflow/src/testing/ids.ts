/**
 * Gives ids that look like version 7 UUIDs, one after another, the same in every run. Their last sixteen bits are
 * zero, so that the ids a command derives from its own stay apart from the next command's.
 */
export function idsFrom(series = 0): () => string {
  let count = 0;
  const prefix = `01900000-0000-7000-8${series.toString(16).padStart(3, '0')}`;
  return () => {
    count += 1;
    return `${prefix}-${count.toString(16).padStart(8, '0')}0000`;
  };
}
