/** The columns of one kind of file, in the order in which they are written. */
export interface Layout {
  name: string;
  columns: readonly string[];
}
