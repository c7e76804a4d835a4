import { dateWords } from '../../date-words.js';
import type { CaseView, Entry } from './case-view.js';
import { gradeName } from './code-words.js';

interface Step {
  code: string;
  label: string;
  value: string | number;
  weight?: number;
  leads: string | null;
}

/** One line of how the suggestion was reached, as the api gives it. */
interface Node extends Step {
  steps?: Step[];
  children?: Node[];
}

interface Result {
  suggested: string;
  band?: { label: string; score: number };
  floors: { label: string; applied: boolean }[];
  explanation: Node;
  notKnown?: string[];
}

const silent = new Set(['not answered', 'no', 'narrative']);

/** Dates in a text as a person reads them. */
const dated = (text: string): string => text.replace(/\d{4}-\d\d-\d\d/g, (day) => dateWords(day));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const words = (value: string | number): string | number =>
  typeof value === 'string' ? capital(dated(value)) : value;

const line = ({ label, value, weight, leads }: Step) => ({
  label,
  value: words(value),
  adds: weight ? `adds ${weight}` : null,
  leads: leads && leads !== value ? gradeName(leads).toLowerCase() : null,
});

const stepLine = (step: Step) => ({
  ...line(step),
  value: dated(String(step.value)),
  reached: String(step.value).startsWith('reached'),
});

/** The lines that say something: what nobody answered, and what was answered no, stays in the file alone. */
function readable(nodes: Node[]): object[] {
  return nodes
    .filter(({ value, children }) => (children?.length ?? 0) > 0 || !silent.has(String(value)))
    .map((node) => ({
      ...line(node),
      open: node.leads !== null || (node.children ?? []).some(({ leads }) => leads !== null),
      steps: (node.steps ?? []).map(stepLine),
      children: readable(node.children ?? []),
    }));
}

/** Counts of rules and sections follow from the answers: only answers and grades are told. */
const isAnswer = ({ before, after }: { before: string | null; after: string | null }): boolean =>
  !/^\d+( present\b.*)?$/.test(before ?? after ?? '');

const windowNames: [RegExp, string][] = [
  [/\blifetime\b/g, 'ever'],
  [/\bcurrent\b/g, 'now'],
];

function itemWords(value: string | null): string {
  if (value === null) return 'Not asked';
  const [, answer = value, counts] = /^(.*?)(?: \((.*)\))?$/.exec(value) ?? [];
  const named = counts && windowNames.reduce((text, [code, name]) => text.replace(code, name), counts);
  return named ? `${capital(answer)} (${named})` : capital(answer);
}

function labelsByCode(node: Node, into = new Map<string, string>()): Map<string, string> {
  into.set(node.code, node.label);
  for (const child of node.children ?? []) labelsByCode(child, into);
  return into;
}

/**
 * How the suggestion of an assessment was reached and what differs from the one before, as the component `explanation`
 * shows it under headings of a level; nothing for an entry that holds no result.
 */
export function explained(entry: Entry, { comparisons = [] }: CaseView, level = 3) {
  const { result, proposed } = entry.body as { result?: Result; proposed?: string };
  if (!result) return null;
  const { suggested, band, floors, explanation, notKnown = [] } = result;
  const comparison = comparisons.find(({ current }) => current.id === entry.id);
  const labels = labelsByCode(explanation);
  return {
    level,
    tool: explanation.label,
    suggested: gradeName(suggested).toLowerCase(),
    band: band ? `${band.score}, ${band.label.charAt(0).toLowerCase()}${band.label.slice(1)}` : null,
    floors: floors.filter(({ applied }) => applied).map(({ label }) => label),
    differs:
      proposed && proposed !== suggested
        ? `The worker judged ${gradeName(proposed).toLowerCase()}, with reasons.`
        : null,
    unknown: notKnown.flatMap((code) => labels.get(code) ?? []),
    first: !comparison,
    since: comparison ? dateWords(comparison.previous.happened) : null,
    changes: (comparison?.changed ?? []).filter(isAnswer).map(({ label, before, after }) => ({
      label,
      was: itemWords(before),
      is: itemWords(after),
    })),
    nodes: readable(explanation.children ?? []),
  };
}
