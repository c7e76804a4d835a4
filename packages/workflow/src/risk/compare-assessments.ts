import type { AssessmentResult } from './assess.js';
import type { ExplanationNode } from './explanation.js';

/** One item of two assessments side by side; null where an assessment does not have it. */
export interface ComparedItem {
  /** The codes from the instrument down to the item, joined by `/`. */
  path: string;
  label: string;
  before: string | null;
  after: string | null;
  change: 'same' | 'changed' | 'added' | 'removed';
}

/** The item in words: its value, the windows in which it counts, and what it adds to a score. */
function words({ value, window, weight }: ExplanationNode): string {
  const counts = [
    ...(window ? [window.length > 0 ? window.join(' and ') : 'longer ago'] : []),
    ...(weight === undefined ? [] : [`adds ${weight}`]),
  ];
  return counts.length > 0 ? `${value} (${counts.join(', ')})` : `${value}`;
}

function flatten(
  nodes: readonly ExplanationNode[],
  above: string,
  into: Map<string, ExplanationNode>,
): Map<string, ExplanationNode> {
  for (const node of nodes) {
    const path = above ? `${above}/${node.code}` : node.code;
    into.set(path, node);
    flatten(node.children ?? [], path, into);
  }
  return into;
}

/**
 * Sets two results side by side, item by item: every domain, indicator, protective factor, rule and floor, and the
 * grades before and after floors. In the order of the current one, then what only the previous one had.
 */
export function compareAssessments(previous: AssessmentResult, current: AssessmentResult): ComparedItem[] {
  const before = flatten(previous.explanation.children ?? [], '', new Map());
  const after = flatten(current.explanation.children ?? [], '', new Map());
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths].map((path) => {
    const was = before.get(path);
    const is = after.get(path);
    const change = !was ? 'added' : !is ? 'removed' : words(was) === words(is) ? 'same' : 'changed';
    return {
      path,
      label: is?.label ?? was?.label ?? path,
      before: was ? words(was) : null,
      after: is ? words(is) : null,
      change,
    };
  });
}
