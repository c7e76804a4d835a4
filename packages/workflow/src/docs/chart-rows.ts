import type { AnyStateNode } from 'xstate';
import type { Topic } from '../topic.js';

/** One arrow of a chart: in a state (of a region), on an event, under a guard, to a state, with what is recorded. */
export interface ChartRow {
  region: string;
  state: string;
  event: string;
  guard: string | null;
  /** The state that follows; the same one where the chart names none. */
  target: string;
  recorders: string[];
}

function rowsOf(node: AnyStateNode, region: string): ChartRow[] {
  const rows: ChartRow[] = [];
  for (const [event, ways] of node.transitions)
    for (const way of ways)
      rows.push({
        region,
        state: node.key,
        event,
        guard: typeof way.guard === 'string' ? way.guard : null,
        target: way.target?.[0]?.key ?? node.key,
        recorders: way.actions.map((action) =>
          typeof action === 'string' ? action : (action as { type: string }).type,
        ),
      });
  return rows;
}

/** The regions of a chart with their states, in the order of the chart; a chart without regions has one, unnamed. */
export function regionsIn(topic: Topic): { name: string; states: AnyStateNode[] }[] {
  const root = topic.machine.root as AnyStateNode;
  const states = (node: AnyStateNode) => Object.values(node.states) as AnyStateNode[];
  if (root.type !== 'parallel') return [{ name: '', states: states(root) }];
  return states(root).map((region) => ({ name: region.key, states: states(region) }));
}

/** Every arrow of a topic's chart, in the order of the chart. */
export function chartRows(topic: Topic): ChartRow[] {
  return regionsIn(topic).flatMap(({ name, states }) => states.flatMap((state) => rowsOf(state, name)));
}
