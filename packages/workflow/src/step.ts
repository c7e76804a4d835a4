import { type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode, transition } from 'xstate';
import type { Context, Missing, StateValue } from './model.js';
import { type GuardContext, otherChoice, type Rule, type Topic } from './topic.js';

type Candidate = { guards: string[] };

function activeNodes(node: AnyStateNode, value: StateValue): AnyStateNode[] {
  const nodes = [node];
  const inner = typeof value === 'string' ? { [value]: '' } : value;
  for (const [key, deeper] of Object.entries(inner)) {
    const child = node.states[key];
    if (!child) throw new Error(`The chart of ${node.machine.id} has no state ${key}`);
    nodes.push(...(deeper === '' ? [child] : activeNodes(child, deeper)));
  }
  return nodes;
}

const known = new WeakMap<AnyStateMachine, Map<string, Candidate[]>>();

/** The ways of a chart that an event may take in a state; worked out once, since a chart does not change. */
function candidates({ machine }: Topic, state: StateValue, event: string): Candidate[] {
  const key = `${event} ${typeof state === 'string' ? state : Object.values(state).join('/')}`;
  const ofChart = known.get(machine) ?? new Map<string, Candidate[]>();
  known.set(machine, ofChart);
  const found = ofChart.get(key) ?? findCandidates(machine, state, event);
  ofChart.set(key, found);
  return found;
}

function findCandidates({ root }: AnyStateMachine, state: StateValue, event: string): Candidate[] {
  return activeNodes(root, state).flatMap((node) =>
    (node.transitions.get(event) ?? []).map((one) => ({
      guards: typeof one.guard === 'string' ? [one.guard] : [],
    })),
  );
}

/**
 * What stands in the way of an event in this state: nothing when one way is open; otherwise what each way lacks,
 * leaving out the ways that belong to another choice.
 */
export function obstacles(topic: Topic, event: string, context: GuardContext): Missing[] {
  const ways = candidates(topic, context.record.state, event);
  if (ways.length === 0)
    return [
      {
        code: 'wrongState',
        words: `This is not possible while the record is ${stateWords(context.record.state)}.`,
        who: 'nobody',
      },
    ];
  const found: Missing[][] = [];
  for (const way of ways) {
    const missing = way.guards.flatMap((name) => (topic.rules[name] as Rule)(context as never));
    if (missing.length === 0) return [];
    found.push(missing);
  }
  const own = found.filter((missing) => !missing.some((one) => one.code === otherChoice));
  const shown = (own.length > 0 ? own : found).flat();
  return shown.filter((one, index) => shown.findIndex((other) => other.code === one.code) === index);
}

/** A state as a person reads it: `assessing`, or `planning, listed`; camelCase is spelt out. */
export function stateWords(state: StateValue): string {
  const names = typeof state === 'string' ? [state] : Object.values(state);
  return names.map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ');
}

/** One pure step of a topic's machine: the next state and the names of the recorders to run, in order. */
export function step(
  topic: Topic,
  event: string,
  context: Context,
): { state: StateValue; recorders: string[] } {
  const snapshot = topic.machine.resolveState({ value: context.record.state, context }) as AnyMachineSnapshot;
  const [next, actions] = transition(topic.machine, snapshot, { type: event });
  return { state: next.value as StateValue, recorders: actions.map((action) => action.type) };
}

/** The state of a record before its first command. */
export function initialState(topic: Topic): StateValue {
  return initial.get(topic.name) ?? remember(topic);
}

const initial = new Map<string, StateValue>();

function remember(topic: Topic): StateValue {
  const value = stateValueOf(topic.machine.root) as StateValue;
  initial.set(topic.name, value);
  return value;
}

function stateValueOf(node: AnyStateNode): StateValue | '' {
  if (node.type === 'atomic' || node.type === 'final') return '';
  if (node.type === 'parallel')
    return Object.fromEntries(
      Object.entries(node.states).map(([key, child]) => [key, stateValueOf(child as AnyStateNode) as string]),
    );
  const key = node.initial.target[0]?.key as string;
  const deeper = stateValueOf(node.states[key] as AnyStateNode);
  return deeper === '' ? key : { [key]: deeper as string };
}
