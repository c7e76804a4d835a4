import { labelOf } from '@mase/workflow/words';
import type { Answers } from '../assess-risk/assessment-form.js';
import type { CaseView, Entry } from '../case-view.js';
import { gradeName, harmOf } from '../code-words.js';

/** One line of how the suggestion was reached. */
interface Node {
  code: string;
  label: string;
  value: string | number;
  leads: string | null;
  children?: Node[];
}

interface Result {
  suggested: string;
  beforeFloors: string;
  floors: { id: string; label: string; applied: boolean; reason?: string }[];
  explanation: Node;
}

const silent = new Set(['not answered', 'no']);

function readable(nodes: Node[]): Node[] {
  return nodes
    .filter(({ value, children }) => (children?.length ?? 0) > 0 || !silent.has(String(value)))
    .map((node) => ({
      ...node,
      value: typeof node.value === 'string' ? labelOf(node.value) : node.value,
      leads: node.leads && gradeName(node.leads).toLowerCase(),
      children: readable(node.children ?? []),
    }));
}

/** The assessment behind the grade that is proposed now. */
export function proposedAssessment(view: CaseView): Entry | undefined {
  const id = view.standing?.proposed?.assessmentId;
  const assessments = view.written.filter(({ kind, wrong }) => kind === 'assessment' && !wrong);
  return assessments.find(({ body }) => body.proposal === id) ?? assessments[0];
}

/** Counts of rules follow from the answers: only answers and grades are told. */
const isAnswer = ({ before, after }: { before: string | null; after: string | null }): boolean =>
  !/^\d+$/.test(`${before ?? ''}${after ?? ''}`);

const itemWords = (value: string | null): string => (value === null ? 'Not asked' : labelOf(value));

/** The proposal as a manager reads it before confirming: judgement, suggestion, how it was reached and what changed. */
export function proposalOf(view: CaseView) {
  const { standing } = view;
  const entry = proposedAssessment(view);
  if (!standing?.proposed || !entry) return null;
  const body = entry.body as unknown as Answers & { result: Result; belowFloorReason?: string };
  const { result } = body;
  return {
    grade: { code: standing.proposed.grade, text: gradeName(standing.proposed.grade) },
    by: body.by ?? null,
    happened: entry.happened,
    reasons: body.reasons,
    analysis: body.analysis,
    childView: body.childView,
    belowFloorReason: body.belowFloorReason ?? null,
    harm: body.harm.map((one) => ({ words: harmOf(one.kind, one), basis: one.basis })),
    suggested: gradeName(result.suggested),
    differs: result.suggested !== standing.proposed.grade,
    floors: result.floors.filter(({ applied }) => applied).map(({ label }) => label),
    nodes: readable(result.explanation.children ?? []),
    changes: (view.comparison?.changed ?? []).filter(isAnswer).map(({ label, before, after }) => ({
      label,
      was: itemWords(before),
      is: itemWords(after),
    })),
    first: !view.comparison,
  };
}
