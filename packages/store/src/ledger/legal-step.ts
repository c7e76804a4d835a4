import { accessEvent, initialState, type StateValue, type Topic } from '@mase/workflow';

type Root = Topic['machine']['root'];
type Option = { to: string; took: boolean };

/** The regions of a chart with the state that a value gives each; a chart of one region is its own. */
function regionsAt(root: Root, value: StateValue): { node: Root; at: string; key: string }[] {
  if (typeof value === 'string') return [{ node: root, at: value, key: '' }];
  return Object.entries(value).map(([key, at]) => ({ node: root.states[key] as Root, at, key }));
}

function optionsOf(root: Root, node: Root, at: string, event: string): Option[] {
  const state = node.states[at];
  if (!state) return [];
  const nodes = node === root ? [state, node] : [state, node, root];
  const ways = nodes.flatMap((one) => one.transitions.get(event) ?? []);
  return [{ to: at, took: false }, ...ways.map((way) => ({ to: way.target?.[0]?.key ?? at, took: true }))];
}

/** The states to which one event of the chart may lead; rules are not asked again, for the facts have moved on since. */
function after(topic: Topic, from: StateValue, event: string): StateValue[] {
  // Who reads a record is told in any state and changes none; only a record that is on the books is told.
  if (event === accessEvent) return textOf(from) === textOf(initialState(topic)) ? [] : [from];
  const { root } = topic.machine;
  const regions = regionsAt(root, from).map(({ node, at, key }) => ({
    key,
    options: node ? optionsOf(root, node, at, event) : [],
  }));
  let found: { value: Record<string, string>; took: boolean }[] = [{ value: {}, took: false }];
  for (const { key, options } of regions)
    found = found.flatMap(({ value, took }) =>
      options.map((option) => ({ value: { ...value, [key]: option.to }, took: took || option.took })),
    );
  return found
    .filter((one) => one.took)
    .map(({ value }) => (typeof from === 'string' ? (value[''] as string) : value));
}

/**
 * Whether the chart of a topic leads from one state to another by these events: by the first, and then by any of them
 * again, since a record may take several events in one command.
 */
export function isLegalStep(
  topic: Topic,
  from: StateValue,
  to: StateValue,
  events: readonly string[],
): boolean {
  const [first, ...others] = events;
  const wanted = textOf(to);
  const seen = new Map(after(topic, from, first ?? '').map((state) => [textOf(state), state]));
  if (others.length > 0)
    for (const state of seen.values())
      for (const event of events) for (const next of after(topic, state, event)) seen.set(textOf(next), next);
  return seen.has(wanted);
}

function textOf(state: StateValue): string {
  return typeof state === 'string' ? state : JSON.stringify(Object.entries(state).sort());
}
