import type { ChildSheet } from './child-sheet.js';
import type { DocumentHead, SittingWords } from './document-head.js';
import type { ClusterSheet, StrandSheet } from './strand-sheet.js';

/** The sheet of one item of an agenda alone, for one reader: of a child, a person, a place or a cluster, and of no other. */
export interface ExtractModel {
  head: DocumentHead;
  sitting: SittingWords;
  children: ChildSheet[];
  persons: StrandSheet[];
  places: StrandSheet[];
  clusters: ClusterSheet[];
}
