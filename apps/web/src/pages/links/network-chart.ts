import type { End } from './link.js';
import { endKindWords, endName, section, shownEnd } from './link.js';

/** What is linked with a node, as the api answers it. */
export interface Neighbourhood {
  items: (End & { steps: number })[];
  links: { linkId: string; node: string; other: string }[];
  more: boolean;
}

/** A box of the chart, in its units. */
interface Box {
  node: string;
  x: number;
  y: number;
  textY: number;
  label: string;
  title: string;
}

const wide = 200;
const high = 28;
const columnWidth = 260;
const rowHeight = 44;
/** A column that is longer is read in the table alone. */
const mostInColumn = 20;
const mostLetters = 24;

const short = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;

function boxesOf(column: Neighbourhood['items'], step: number, height: number): Box[] {
  const shown = column.slice(0, mostInColumn);
  const top = (height - shown.length * rowHeight) / 2 + (rowHeight - high) / 2;
  return shown.map((end, row) => {
    const y = top + row * rowHeight;
    const name = endName(end);
    return {
      ...{ node: end.node, x: 1 + step * columnWidth, y, textY: y + high / 2 },
      label: short(name),
      title: `${endKindWords(end.kind)}: ${name}`,
    };
  });
}

/** The way of a line between two boxes: straight between columns, round their right side within one. */
function wayBetween(one: Box, other: Box): string {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const [from, to] = [left.y + high / 2, right.y + high / 2];
  const edge = left.x + wide;
  return left.x === right.x
    ? `M ${edge} ${from} C ${edge + 40} ${from}, ${edge + 40} ${to}, ${edge} ${to}`
    : `M ${edge} ${from} L ${right.x} ${to}`;
}

/** The network as a chart: a column for each step, a box for each node, a line for each two that are linked. */
export function networkChart({ items, links }: Neighbourhood) {
  const columns = [0, 1, 2, 3]
    .map((step) => items.filter(({ steps }) => steps === step))
    .filter(({ length }) => length > 0);
  const longest = Math.max(1, ...columns.map(({ length }) => Math.min(length, mostInColumn)));
  const height = longest * rowHeight;
  const boxes = columns.flatMap((column, step) => boxesOf(column, step, height));
  const at = new Map(boxes.map((box) => [box.node, box]));
  const ways = links.flatMap(({ node, other }) => {
    const [one, two] = [at.get(node), at.get(other)];
    return one && two ? [wayBetween(one, two)] : [];
  });
  return {
    ...{ boxes, height, wide, high },
    ways: [...new Set(ways)],
    width: columns.length * columnWidth - (columnWidth - wide) + 44,
    partly: boxes.length < items.length,
  };
}

/**
 * The network as the page's script takes it to draw a chart that can be moved: nodes and links by their place in the list,
 * with the names, and the ways to records, that the table has.
 */
export function networkGraph({ items, links }: Neighbourhood) {
  const at = new Map(items.map(({ node }, index) => [node, index]));
  return {
    nodes: items.map((end) => ({
      ...{ name: endName(end), kind: end.kind, steps: end.steps, href: shownEnd(end).href },
    })),
    links: links.flatMap(({ linkId, node, other }) => {
      const [from, to] = [at.get(node), at.get(other)];
      return from === undefined || to === undefined ? [] : [{ from, to, href: `${section}/${linkId}` }];
    }),
  };
}

/** The network as a table: each node with how many steps away it is, and with what it is linked. */
export function networkRows({ items, links }: Neighbourhood) {
  const names = new Map(items.map((end) => [end.node, endName(end)]));
  const beside = (node: string): string[] =>
    links.flatMap((one) => (one.node === node ? [one.other] : one.other === node ? [one.node] : []));
  return items
    .filter(({ steps }) => steps > 0)
    .map((end) => ({
      end,
      steps: end.steps,
      with: [...new Set(beside(end.node))].flatMap((node) => names.get(node) ?? []).join(', '),
    }));
}
