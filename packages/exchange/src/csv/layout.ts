/** The columns of one kind of file, in the order in which they are written. */
export interface Layout {
  name: string;
  columns: readonly string[];
  /** Those that a file has to have; all where it is left out. */
  needed?: readonly string[];
  /** The most characters of one value, where it is not 200. */
  longest?: number;
  /** True where a first line that is none of names is not repeated: it could be what somebody reported. */
  confidential?: true;
}
