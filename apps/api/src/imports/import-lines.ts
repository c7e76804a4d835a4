/** Everything that imports take row by row: one file of a return, or one kind of row in a file. */
export const stages = [
  'header',
  'episodes',
  'missing',
  'children',
  'referrals',
  'incidents',
  'persons',
  'locations',
  'intelligence',
  'population',
] as const;

/** One of these. */
export type Stage = (typeof stages)[number];

/** Rows of one file: read, newly taken, known from before, refused; and how many doubts were found in rows not refused. */
export interface StageCounts {
  read: number;
  taken: number;
  known: number;
  refused: number;
  warnings: number;
}

/** One reason about one row, with the row as it was given, so that nothing is lost; of intelligence without its words. */
export interface RowLine {
  type: 'row';
  outcome: 'refused' | 'warning';
  stage: Stage;
  file: string;
  line: number;
  field: string;
  value: string;
  code: string;
  reason: string;
  raw: Record<string, string>;
}

/** A referral proposal that a return raised: by missing episodes, or by factors of an assessment; triage decides. */
export interface ProposalLine {
  type: 'proposal';
  /** The local authority's own id of the child, as the return has it. */
  localId: string;
  childId: string;
  /** The proposal's id; null in a preview, which raises none. */
  proposalId: string | null;
  episodes: number;
  from: string;
  to: string;
  factors?: { codes: string[]; authorised: string };
}

/** How often one reason stood in one field of one file. */
export interface ReasonCount {
  stage: Stage;
  outcome: RowLine['outcome'];
  field: string;
  code: string;
  rows: number;
}

/** One line of the answer of an import: progress while at work, one line a reason, a summary or a problem at the end. */
export type ImportLine =
  | ({ type: 'progress'; stage: Stage } & StageCounts)
  | RowLine
  | ProposalLine
  | {
      type: 'summary';
      preview: boolean;
      asAt: string;
      stages: Partial<Record<Stage, StageCounts>>;
      reasons: ReasonCount[];
      proposals: ProposalLine[];
    }
  | { type: 'problem'; code: string; title: string; detail: string; file?: string; line?: number };
