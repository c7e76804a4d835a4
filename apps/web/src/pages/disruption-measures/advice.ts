import { dateWords } from '../../date-words.js';

/** One line of the advice on a notice, with what stands below it. */
export interface AdviceNode {
  label: string;
  value: string;
  children?: AdviceNode[];
}

interface Shown extends Omit<AdviceNode, 'children'> {
  open: boolean;
  children: Shown[];
}

/** Days in words, wherever they stand in a line of the advice. */
const dayWords = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d/g, (day) => dateWords(day));

/** The advice as the tree that a person opens line by line; the first line stands open. */
export function nodesOf(nodes: readonly AdviceNode[], depth = 0): Shown[] {
  return nodes.map(({ label, value, children = [] }) => ({
    label: dayWords(label),
    value: dayWords(value),
    open: depth === 0,
    children: nodesOf(children, depth + 1),
  }));
}
