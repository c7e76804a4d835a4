import { stateLabels } from '../state-labels.js';
import type { Topic } from '../topic.js';
import { chartRows, regionsIn } from './chart-rows.js';

/** One region of a topic's chart as a Mermaid state diagram; arrows that stay in their state are left to the table. */
export function stateDiagram(topic: Topic, region: string): string {
  const states = regionsIn(topic).find((one) => one.name === region)?.states ?? [];
  const first = states[0]?.key ?? '';
  const rows = chartRows(topic).filter((row) => row.region === region && row.target !== row.state);
  const arrows = new Map<string, Set<string>>();
  for (const { state, target, event } of rows) {
    const key = `${state} --> ${target}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(event));
  }
  const named = (key: string) => (key === 'unrecorded' ? 'Not on the books' : (stateLabels[key] ?? key));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(({ key }) => `  state "${named(key)}" as ${key}`),
    `  [*] --> ${first}`,
    ...[...arrows].map(([arrow, events]) => `  ${arrow} : ${[...events].join(', ')}`),
    '```',
  ].join('\n');
}
