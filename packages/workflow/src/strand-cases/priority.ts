import { epochDay } from '../clocks/calendar.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { PointStep, PriorityRule } from '../profile/priority-rule.js';
import type { ExplanationNode } from '../risk/explanation.js';
import type { Priority } from './codes.js';
import type { StrandCaseStanding } from './standing.js';

/** What a priority is, what the rule computes, and how it came about, line by line. */
export interface ExplainedPriority {
  priority: Priority;
  computed: Priority;
  points: number;
  /** The day as at which it was reckoned: with time, what happened weighs less. */
  asAt: string;
  explanation: ExplanationNode;
  override: StrandCaseStanding['override'];
}

type Counted = Pick<StrandCaseStanding, 'bases' | 'counts' | 'gravity' | 'childAccess' | 'override'>;

const line = (code: string, label: string, value: string | number, weight: number): ExplanationNode => ({
  code,
  label,
  value,
  weight,
  leads: null,
});

const reached = (steps: readonly PointStep[], number: number): number =>
  Math.max(0, ...steps.filter(({ atLeast }) => number >= atLeast).map(({ points }) => points));

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;

/** The days on which something was told: by bases and by other records. */
function daysTold({ bases, counts }: Counted): string[] {
  return [...new Set([...bases.map(({ on }) => on), ...counts.concerns, ...(counts.incidents ?? [])])].sort();
}

function recencyLine(days: readonly string[], today: string, rule: PriorityRule): ExplanationNode {
  const last = days.at(-1);
  if (!last) return line('recency', 'How recent', 'nothing dated', 0);
  const ago = epochDay(today) - epochDay(last);
  const step = rule.recency.find(({ withinDays }) => ago <= withinDays);
  return line(
    'recency',
    'How recent',
    ago === 0 ? 'told of today' : `last told of ${count(ago, 'day', 'days')} ago`,
    step?.points ?? 0,
  );
}

function frequencyLine(days: readonly string[], today: string, rule: PriorityRule): ExplanationNode {
  const { months, steps } = rule.frequency;
  const since = monthsBefore(today, months);
  const recent = days.filter((day) => day >= since).length;
  const value = `${count(recent, 'day', 'days')} of concern in ${months} months`;
  return line('frequency', 'How often', value, reached(steps, recent));
}

function ordersLine({ orders }: StrandCaseStanding['counts'], rule: PriorityRule): ExplanationNode {
  const breached = orders.breached > 0;
  const points = breached ? rule.orders.breached : orders.inForce > 0 ? rule.orders.inForce : 0;
  const value = `${orders.inForce} in force, ${count(orders.breached, 'breach', 'breaches')}`;
  return line('orders', 'Orders', value, points);
}

/**
 * Reckons how soon something is to be done about a person or a place, and says how: recency, frequency, gravity,
 * distinct linked children, access, orders. An officer’s own judgement stands in its place, and is shown beside it.
 * `today` is a local date. It orders work; it says nothing of guilt.
 */
export function priorityOf(standing: Counted, today: string, rule: PriorityRule): ExplainedPriority {
  const days = daysTold(standing);
  const { counts, gravity, childAccess, override } = standing;
  const children = [
    recencyLine(days, today, rule),
    frequencyLine(days, today, rule),
    line('gravity', 'How serious', gravity, rule.gravity[gravity] ?? 0),
    line(
      'linked-children',
      'Linked children',
      count(counts.linkedChildren, 'child', 'children'),
      reached(rule.linkedChildren, counts.linkedChildren),
    ),
    line('access', 'Access to children', childAccess, rule.access[childAccess] ?? 0),
    ordersLine(counts, rule),
  ];
  const points = Math.max(
    0,
    children.reduce((sum, { weight = 0 }) => sum + weight, 0),
  );
  const { high, medium } = rule.bands;
  const computed: Priority = points >= high ? 'high' : points >= medium ? 'medium' : 'low';
  const explanation: ExplanationNode = {
    code: 'priority',
    label: 'Points',
    value: points,
    leads: computed,
    steps: [
      { code: 'high', label: 'High from', value: high, leads: 'high' },
      { code: 'medium', label: 'Medium from', value: medium, leads: 'medium' },
    ],
    children,
  };
  return { priority: override?.priority ?? computed, computed, points, asAt: today, explanation, override };
}

/** What a step sets, with the priority that comes of it, so that lists order by it. */
export function withPriority(
  { record, at, profile }: Pick<Context<StrandCaseStanding>, 'record' | 'at' | 'profile'>,
  patch: Partial<StrandCaseStanding>,
): Partial<StrandCaseStanding> {
  const after = { ...record.standing, ...patch };
  return {
    ...patch,
    priority: priorityOf(after, localDate(at, profile.timeZone), profile.priority).priority,
  };
}
